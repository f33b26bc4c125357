// SPDX-License-Identifier: GPL-3.0-or-later
// show --image: the page as displayed with its redactions marked. Drawing opens a stranger's file, so it
// happens in a child process that may die.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string_view>
#include <thread>

#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/image/drawing.h"
#include "vaughn/worker/page_picture.h"

namespace vaughn::cli {
namespace {

constexpr int kLongSidePixels = 1600;

struct Family {
  std::string_view prefix;  // of the canonical code
  image::Colour colour;
};

// One colour an exemption; the last row is for codes that have none of their own.
constexpr std::array<Family, 8> kFamilies = {{{"(b)(6)", {31, 119, 180}},
                                              {"(b)(7)(C)", {31, 119, 180}},
                                              {"(b)(7)(E)", {214, 39, 40}},
                                              {"(b)(7)", {148, 103, 189}},
                                              {"(b)(5)", {44, 160, 44}},
                                              {"(b)(4)", {255, 127, 14}},
                                              {"(b)(3)", {140, 86, 75}},
                                              {"", {23, 150, 170}}}};
constexpr image::Colour kUnlabelled = {200, 0, 120};
constexpr image::Colour kLeak = {255, 0, 0};

image::Colour colour_of(const Redaction& redaction) {
  if (redaction.codes.empty()) return kUnlabelled;
  for (const Family& family : kFamilies)
    if (redaction.codes.front().code.starts_with(family.prefix)) return family.colour;
  return kUnlabelled;
}

std::string caption_of(const Redaction& redaction) {
  std::string caption;
  for (const ExemptionCode& code : redaction.codes)
    caption += (caption.empty() ? "" : " ") + code.code + (code.certain ? "" : "?");
  return caption.empty() ? "no code" : caption;
}

void draw(const PageReading& reading, const worker::PagePicture& page, image::Drawing* drawing) {
  for (const Redaction& redaction : reading.redactions) {
    const image::PixelBox box = page.scale.to_pixels(redaction.box);
    const image::Colour colour = colour_of(redaction);
    drawing->tint(box, colour, 0.25);
    drawing->outline(grown(box, 2), colour, 3);
    drawing->label(box.x0, std::max(0, box.y0 - 16), caption_of(redaction), colour, 6);
  }
  for (const ExemptionCode& code : reading.codes)
    if (code.box && code.role != CodeRole::kMention)
      drawing->outline(grown(page.scale.to_pixels(*code.box), 3), {90, 90, 90}, 2);
  for (const Finding& finding : reading.findings)
    if (finding.finding_class == FindingClass::kLeak && finding.box) {
      const image::PixelBox box = page.scale.to_pixels(*finding.box);
      drawing->outline(grown(box, 5), kLeak, 4);
      drawing->label(box.x0, box.y1 + 6, "text left under the cover", kLeak, 8);
    }
}

// In the child. Prints what is wrong and answers with the exit status.
int draw_page(const ShowImageOptions& options, std::ostream& err) {
  Source source;
  source.path = options.page.source.path;
  source.sha256 = options.page.source.sha256;
  source.format = source_format_from_string(options.page.source.format);
  auto page = worker::page_picture(source, options.passwords, options.page.reading.page, kLongSidePixels);
  if (!page) {
    err << "vaughn: " << source.path << " page " << options.page.reading.page.number().value() << ": "
        << page.problem().cause << '\n';
    if (!page.problem().advice.empty()) err << page.problem().advice << '\n';
    return 2;
  }
  image::Drawing drawing(page->bitmap);
  draw(options.page.reading, *page, &drawing);
  drawing.picture().write_png(options.output);
  return 0;
}

// The child's exit status; nothing when it died or ran out of time.
std::optional<int> wait_for(pid_t child, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  int status = 0;
  for (;;) {
    const pid_t reaped = ::waitpid(child, &status, WNOHANG);
    if (reaped == child) return WIFEXITED(status) ? std::optional<int>(WEXITSTATUS(status)) : std::nullopt;
    if (reaped < 0 && errno != EINTR) return std::nullopt;
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace

int run_show_image(const ShowImageOptions& options, Streams& streams) {
  streams.out.flush();
  streams.err.flush();
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::kSystem, "cannot start a process to draw the page");
  if (child == 0) {
    int status = 2;
    try {
      status = draw_page(options, streams.err);
    } catch (const Error& error) {
      streams.err << "vaughn: " << error.what() << '\n' << error.advice() << '\n';
    }
    streams.err.flush();
    ::_exit(status);
  }
  const auto status = wait_for(child, options.page_timeout);
  if (status) return *status;
  throw Error(ErrorCode::kSystem,
              options.page.source.path + " page " +
                  std::to_string(options.page.reading.page.number().value()) +
                  ": the page could not be drawn (the process that tried died or took too long)",
              "Its text and redactions are in the database; the file may be damaged.");
}

}  // namespace vaughn::cli
