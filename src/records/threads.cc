// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/threads.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

#include "records/dates.h"
#include "records/parties.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

constexpr int kLongestSilence = 62;   // days within a thread
constexpr std::size_t kLeastKey = 4;  // "hi" is no subject to go by

// Of the words of a name the letters, without addresses and markers: "Roe, Jane" and "Jane Roe" alike.
std::vector<std::string> name_words(const std::string& from) {
  const std::vector<Party> parties = read_parties("from", from);
  std::vector<std::string> words(1);
  for (const char c : to_lower_ascii(without_markers(parties.empty() ? from : parties.front().name)))
    if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  if (words.back().empty()) words.pop_back();
  std::erase_if(words, [](const std::string& word) { return word.size() < 2; });
  std::sort(words.begin(), words.end());
  return words;
}

// Unless both can be read and share no word.
bool may_be_same_sender(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      return edit_distance(word, other) <= (word.size() > 5 ? 1U : 0U);
    });
  });
}

struct Keyed {
  const MessageKey* message;
  std::string subject;
  std::vector<std::string> sender;
};

std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

// A letter may be misread; "Invoice 1001" and "Invoice 1002" are two.
bool are_twins(const Keyed& a, const Keyed& b) {
  const bool subjects = a.subject.empty() || b.subject.empty() || a.subject == b.subject ||
                        (digits_of(a.subject) == digits_of(b.subject) &&
                         edit_distance(a.subject, b.subject) <= a.subject.size() / 10);
  return subjects && may_be_same_sender(a.sender, b.sender);
}

bool is_fuller(const MessageKey& a, const MessageKey& b) {
  if (a.quoted != b.quoted) return !a.quoted;
  if (a.words != b.words) return a.words > b.words;
  return a.id < b.id;
}

std::string minute_of(const std::string& sent) {
  return sent.size() >= 16 ? sent.substr(0, 16) : std::string();
}

// The subject of a message that has none of its own is that of the one before it in its record.
std::vector<Keyed> keyed(const std::vector<MessageKey>& messages) {
  std::vector<Keyed> all;
  for (const MessageKey& message : messages) {
    Keyed key{&message, subject_key(message.subject), name_words(message.from)};
    if (key.subject.empty() && message.quoted && !all.empty() && all.back().message->record == message.record)
      key.subject = all.back().subject;
    all.push_back(std::move(key));
  }
  return all;
}

void find_twins(const std::vector<Keyed>& all, std::vector<MessageLink>* links) {
  std::map<std::string, std::vector<std::size_t>> by_minute;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const std::string minute = minute_of(all[i].message->sent); !minute.empty() && !all[i].message->chat)
      by_minute[minute].push_back(i);
  for (const auto& [minute, group] : by_minute) {
    std::vector<std::size_t> ordered = group;
    std::sort(ordered.begin(), ordered.end(),
              [&](std::size_t a, std::size_t b) { return is_fuller(*all[a].message, *all[b].message); });
    std::vector<std::size_t> originals;
    for (const std::size_t i : ordered) {
      const auto original = std::find_if(originals.begin(), originals.end(),
                                         [&](std::size_t o) { return are_twins(all[o], all[i]); });
      if (original == originals.end())
        originals.push_back(i);
      else
        (*links)[i].twin = all[*original].message->id;
    }
  }
}

void find_threads(const std::vector<Keyed>& all, std::vector<MessageLink>* links) {
  std::map<std::string, std::vector<std::size_t>> by_subject;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].subject.size() >= kLeastKey) by_subject[all[i].subject].push_back(i);
  for (auto& [subject, group] : by_subject) {
    std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return all[a].message->sent < all[b].message->sent;
    });
    std::int64_t thread = 0;
    std::string last;
    for (const std::size_t i : group) {
      const std::string day =
          all[i].message->sent.substr(0, std::min<std::size_t>(10, all[i].message->sent.size()));
      const bool goes_on =
          thread != 0 && (last.empty() || day.empty() || day <= days_later(last, kLongestSilence));
      if (!goes_on) thread = all[i].message->id;
      (*links)[i].thread = thread;
      if (!day.empty()) last = day;
    }
  }
}

}  // namespace

std::vector<MessageLink> link_messages(const std::vector<MessageKey>& messages) {
  std::vector<MessageLink> links;
  for (const MessageKey& message : messages) {
    // The lines of a chat are one thread.
    const bool goes_on = message.chat && !links.empty() && messages[links.size() - 1].chat &&
                         messages[links.size() - 1].record == message.record;
    links.push_back({message.id, goes_on ? links.back().thread : message.id, std::nullopt});
  }
  const std::vector<Keyed> all = keyed(messages);
  find_twins(all, &links);
  find_threads(all, &links);
  return links;
}

}  // namespace vaughn::records
