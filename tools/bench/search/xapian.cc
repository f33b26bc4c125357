// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers.h"

#ifdef VAUGHN_HAVE_XAPIAN

#include <fmt/format.h>
#include <xapian.h>

#include "invented.h"
#include "timing.h"

namespace vaughn::bench {
namespace {

void make_index(const std::filesystem::path& folder, int pages) {
  double seconds = 0;
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OPEN);
  Xapian::TermGenerator generator;
  invent_pages(
      pages, [](int) {},
      [&](int, PageReading&& page) {
        const auto start = Clock::now();
        Xapian::Document document;
        generator.set_document(document);
        generator.set_termpos(0);
        generator.index_text(page.text);
        document.set_data(page.text);
        database.add_document(document);
        seconds += seconds_since(start);
      });
  const auto start = Clock::now();
  database.commit();
  seconds += seconds_since(start);
  fmt::print("Xapian: {} pages stored in {:.1f} s: {:.0f} pages/s\n", pages, seconds, pages / seconds);
}

class XapianPeer : public Peer {
 public:
  explicit XapianPeer(const std::filesystem::path& folder) : database_(folder.string()) {
    parser_.set_database(database_);
    parser_.set_default_op(Xapian::Query::OP_AND);
  }
  std::string name() const override { return "Xapian"; }
  bool knows(const Kind& kind) const override { return kind.xapian; }
  std::size_t search(const std::string& query) override {
    constexpr unsigned kFlags = Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN |
                                Xapian::QueryParser::FLAG_WILDCARD;
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser_.parse_query(query, kFlags));
    const Xapian::MSet found = enquire.get_mset(0, 20);
    std::size_t shown = 0;
    for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit)
      shown += found.snippet(hit.get_document().get_data(), 150).empty() ? 0 : 1;
    return shown;
  }

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace

std::unique_ptr<Peer> xapian(const std::filesystem::path& folder, int pages) {
  if (!std::filesystem::exists(folder)) make_index(folder, pages);
  return std::make_unique<XapianPeer>(folder);
}

}  // namespace vaughn::bench

#else

namespace vaughn::bench {

std::unique_ptr<Peer> xapian(const std::filesystem::path&, int) {
  return nullptr;
}

}  // namespace vaughn::bench

#endif
