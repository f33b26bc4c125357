// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "cli/progress_rate.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {
namespace {

constexpr double kRedrawSeconds = 0.1;
constexpr double kPlainSeconds = 5;
constexpr double kJsonSeconds = 1;

std::string base_name(const std::string& path) {
  return report::printable_line(path.substr(path.rfind('/') + 1));
}

std::string count_of_problems(int problems) {
  return problems == 1 ? "1 problem" : fmt::format("{} problems", with_thousands(problems));
}

class SilentProgress : public Progress {
 public:
  void update(const ProgressState&) override {}
  void message(std::string_view) override {}
  void finish() override {}
};

// What the others share: when it is time to speak again, and how fast it goes.
class TimedProgress : public Progress {
 public:
  TimedProgress(std::ostream& err, Clock clock, double interval)
      : err_(err), clock_(std::move(clock)), interval_(interval), last_shown_(clock_()) {
    rate_.add(last_shown_, 0);
  }

  void update(const ProgressState& state) override {
    const double now = clock_();
    state_ = state;
    rate_.add(now, state.pages_done);
    if (now - last_shown_ < interval_) return;
    last_shown_ = now;
    show();
  }

 protected:
  virtual void show() = 0;

  const ProgressState& state() const { return state_; }
  double pages_per_second() const { return rate_.per_second(); }
  std::optional<double> seconds_left() const {
    const int left = state_.pages_total - state_.pages_done;
    if (left < 0 || pages_per_second() <= 0) return std::nullopt;
    return left / pages_per_second();
  }
  std::ostream& err() { return err_; }

 private:
  std::ostream& err_;
  Clock clock_;
  double interval_;
  double last_shown_;
  ProgressState state_;
  ProgressRate rate_;
};

class TerminalProgress : public TimedProgress {
 public:
  TerminalProgress(Streams& streams, Clock clock)
      : TimedProgress(streams.err, std::move(clock), kRedrawSeconds), width_(streams.width) {}

  void message(std::string_view line) override {
    clear();
    err() << report::printable(line) << '\n';
    if (drawn_) show();
  }
  void finish() override { clear(); }

 protected:
  void show() override {
    std::string line =
        fmt::format("{}/{} pages", with_thousands(state().pages_done), with_thousands(state().pages_total));
    if (pages_per_second() > 0) line += fmt::format("  {:.1f} pages/s", pages_per_second());
    if (const auto left = seconds_left()) line += "  " + duration_in_words(*left) + " left";
    if (state().problems > 0) line += "  " + count_of_problems(state().problems);
    line += "  " + base_name(state().file);
    // A line as wide as the terminal would wrap on some of them and then never be cleared.
    err() << '\r' << fit_to_width(line, width_ > 1 ? width_ - 1 : 1) << "\x1b[K" << std::flush;
    drawn_ = true;
  }

 private:
  void clear() {
    if (drawn_) err() << "\r\x1b[K" << std::flush;
  }

  std::size_t width_;
  bool drawn_ = false;
};

class PlainProgress : public TimedProgress {
 public:
  PlainProgress(Streams& streams, Clock clock)
      : TimedProgress(streams.err, std::move(clock), kPlainSeconds) {}

  void message(std::string_view line) override { err() << report::printable(line) << '\n'; }
  void finish() override {}

 protected:
  void show() override {
    err() << with_thousands(state().pages_done) << " of " << with_thousands(state().pages_total)
          << " pages read";
    if (pages_per_second() > 0) err() << fmt::format(", {:.1f} pages/s", pages_per_second());
    if (const auto left = seconds_left()) err() << ", " << duration_in_words(*left) << " left";
    if (state().problems > 0) err() << ", " << count_of_problems(state().problems);
    if (!state().file.empty()) err() << ", at " << base_name(state().file);
    err() << std::endl;
  }
};

class JsonProgress : public TimedProgress {
 public:
  JsonProgress(Streams& streams, Clock clock) : TimedProgress(streams.err, std::move(clock), kJsonSeconds) {}

  void message(std::string_view line) override {
    err() << R"({"schema":"vaughn.progress/1","event":"message","text":)" << json_quote(make_valid_utf8(line))
          << "}" << std::endl;
  }
  void finish() override { print("finished"); }

 protected:
  void show() override { print("progress"); }

 private:
  void print(std::string_view event) {
    const auto left = seconds_left();
    err() << fmt::format(R"({{"schema":"vaughn.progress/1","event":"{}","pages_done":{},"pages_total":{},)"
                         R"("pages_per_second":{:.2f},"seconds_left":{},"file":{},"problems":{}}})",
                         event, state().pages_done, state().pages_total, pages_per_second(),
                         left ? fmt::format("{:.0f}", *left) : "null",
                         json_quote(make_valid_utf8(state().file)), state().problems)
          << std::endl;
  }
};

double monotonic_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

ProgressMode progress_mode(std::string_view name) {
  if (name == "plain") return ProgressMode::kPlain;
  if (name == "json") return ProgressMode::kJson;
  return name == "none" ? ProgressMode::kNone : ProgressMode::kAuto;
}

std::unique_ptr<Progress> make_progress(ProgressMode mode, Streams& streams) {
  return make_progress(mode, streams, monotonic_seconds);
}

std::unique_ptr<Progress> make_progress(ProgressMode mode, Streams& streams, Clock clock) {
  if (mode == ProgressMode::kNone) return std::make_unique<SilentProgress>();
  if (mode == ProgressMode::kJson) return std::make_unique<JsonProgress>(streams, std::move(clock));
  const bool can_redraw = streams.err_device == Device::kTerminal && streams.variable("TERM") != "dumb";
  if (mode == ProgressMode::kAuto && can_redraw)
    return std::make_unique<TerminalProgress>(streams, std::move(clock));
  return std::make_unique<PlainProgress>(streams, std::move(clock));
}

}  // namespace vaughn::cli
