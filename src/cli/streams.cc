// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/streams.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <streambuf>

#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

// std::cout forgets why a write failed; a full disk must not look like success, nor a closed pipe like a
// fault.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

 protected:
  int_type overflow(int_type c) override {
    write_out();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override {
    write_out();
    return 0;
  }

 private:
  void write_out() {
    const char* from = pbase();
    const char* const end = pptr();
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    while (from < end) {
      const ssize_t written = ::write(fd_, from, static_cast<std::size_t>(end - from));
      if (written >= 0)
        from += written;
      else if (errno != EINTR)
        fail(errno);
    }
  }

  [[noreturn]] static void fail(int error) {
    if (error == EPIPE) throw BrokenPipe();
    throw Error(error == ENOSPC ? ErrorCode::kDiskFull : ErrorCode::kSystem,
                std::string("standard output cannot be written: ") + std::strerror(error));
  }

  int fd_;
  std::array<char, 1 << 16> buffer_;
};

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

Device device_of(int fd) {
  return ::isatty(fd) == 1 ? Device::kTerminal : Device::kOther;
}

}  // namespace

std::size_t terminal_width(int fd, const std::optional<std::string>& columns) {
  winsize size{};
  if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  std::size_t width = 0;
  if (columns) std::from_chars(columns->data(), columns->data() + columns->size(), width);
  return width > 0 ? width : 80;
}

int with_system_streams(const std::function<int(Streams&)>& body) {
  // A reader that has gone is told by write(); the signal would kill ingest when a worker dies as well.
  std::signal(SIGPIPE, SIG_IGN);
  DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  Streams streams{out, std::cerr,           device_of(STDOUT_FILENO), device_of(STDERR_FILENO),
                  80,  environment_variable};
  const int measured = streams.out_device == Device::kTerminal ? STDOUT_FILENO : STDERR_FILENO;
  streams.width = terminal_width(measured, environment_variable("COLUMNS"));
  return body(streams);
}

}  // namespace vaughn::cli
