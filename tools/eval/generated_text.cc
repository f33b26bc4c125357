// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/generated_text.h"

#include "vaughn/base/strings.h"

namespace vaughn::eval {
namespace {

using Words = std::vector<std::string>;

const Words kFirstNames = {"Corwin",  "Ottilie", "Bram",     "Isaura",  "Tamsin", "Leopold",
                           "Marisol", "Ewan",    "Philippa", "Joaquin", "Saskia", "Rufus",
                           "Hedda",   "Cosmo",   "Winifred", "Anselm"};
const Words kLastNames = {"Halvorsen-Pike", "Quillfeather", "Obermarsh",  "Tarradale",
                          "Vennick",        "Castellary",   "Brackwater", "Ashgrove",
                          "Lindqvarn",      "Mossbridge",   "Pellow",     "Underhay",
                          "Jessamyne",      "Wickstead",    "Farrowby",   "Zeltner"};
const Words kOffices = {"Office of Harbor Safety",  "Field Technology Division",
                        "Bureau of Border Records", "Department of Public Ways",
                        "Privacy Office",           "Division of Procurement",
                        "County Board of Review",   "Records Section",
                        "Weights and Measures Unit"};
const Words kPlaces = {"Calder",     "Millrace",  "Port Ellery", "Sandholm",
                       "North Weir", "Dunmarrow", "Thistle Bay"};
const Words kMonths = {"January", "February", "March",     "April",   "May",      "June",
                       "July",    "August",   "September", "October", "November", "December"};
const Words kThings = {"license plate reader", "body-worn camera", "dispatch log",      "evidence locker",
                       "patrol schedule",      "search warrant",   "training manual",   "purchase order",
                       "service agreement",    "mobile data plan", "fingerprint card",  "visitor register",
                       "surveillance drone",   "complaint file",   "audit report",      "storage contract",
                       "telephone extension",  "travel voucher",   "grant application", "retention notice"};
const Words kActions = {"reviewed",  "forwarded", "approved", "questioned", "misplaced", "renewed",
                        "cancelled", "returned",  "copied",   "described",  "requested", "withdrew"};
const Words kAdjectives = {"former", "quarterly", "revised", "unsigned", "second", "original",
                           "draft",  "interim",   "joint",   "local",    "annual", "outdated"};
// {p} a person, {o} an office, {l} a place, {d} a date, {m} an amount, {n} a number, {t} a thing, {v} what
// was done to it, {a} an adjective.
const Words kPatterns = {
    "On {d}, {p} of the {o} {v} the {a} {t}.",
    "The {o} {v} a {a} {t} for {m}, which is {n} percent above the estimate.",
    "According to {p}, no {t} was in use at the {l} station before {d}.",
    "Please send the {a} {t} and the {t} to {p} no later than {d}.",
    "We could not find file {n}-{n} among the records of the {o}; it may have been moved to {l}.",
    "{p} wrote: \u201CThe {t} is not ours, and nobody here {v} it.\u201D",
    "Two copies of the {t} (numbers {n} and {n}) are kept in {l}; the {a} one isn\u2019t complete.",
    "If the {t} cannot be delivered, the vendor refunds {m} within {n} days.",
    "Section {n} requires that every {a} {t} be listed, dated and signed by the {o}.",
    "The meeting in {l} began at 9:{n} a.m. and was attended by {p}, {p} and {p}.",
    "Nothing in this letter should be read as a decision on the {a} {t} or on request {n}.",
    "Its costs rose from {m} to {m} after the {o} asked for a {a} {t}.",
    "Staff were told to keep the {t} away from the public counter; {p} objected in writing.",
    "As of {d} the balance was {m}, not counting the {t} that {p} {v} in {l}.",
    "Whether the {t} was lawful is a question for counsel, who {v} it twice.",
    "The contractor\u2019s reply \u2014 received {d} \u2014 does not mention the {t} at all.",
};

}  // namespace

const std::string& GeneratedText::one_of(const std::vector<std::string>& choices) {
  return choices.at(static_cast<std::size_t>(below(static_cast<int>(choices.size()))));
}

std::string GeneratedText::person() {
  const std::string first = one_of(kFirstNames);
  return first + " " + one_of(kLastNames);
}

std::string GeneratedText::office() {
  return one_of(kOffices);
}

std::string GeneratedText::place() {
  return one_of(kPlaces);
}

std::string GeneratedText::date() {
  const std::string month = one_of(kMonths);
  const int day = 1 + below(28);
  return month + " " + std::to_string(day) + ", " + std::to_string(2027 + below(6));
}

std::string GeneratedText::amount() {
  const int dollars = 40 + below(90000);
  const std::string cents = number(2);
  return "$" + with_thousands(dollars) + "." + cents;
}

std::string GeneratedText::number(int digits) {
  std::string text;
  for (int i = 0; i < digits; ++i) text += static_cast<char>('0' + below(10));
  return text;
}

std::string GeneratedText::sentence() {
  const std::string pattern = one_of(kPatterns);
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    switch (pattern.at(i + 1)) {
      case 'p':
        text += person();
        break;
      case 'o':
        text += office();
        break;
      case 'l':
        text += place();
        break;
      case 'd':
        text += date();
        break;
      case 'm':
        text += amount();
        break;
      case 'n':
        text += number(2);
        break;
      case 't':
        text += one_of(kThings);
        break;
      case 'v':
        text += one_of(kActions);
        break;
      default:
        text += one_of(kAdjectives);
    }
    i += 2;
  }
  return text;
}

std::string GeneratedText::paragraph(int sentences) {
  std::string text = sentence();
  for (int i = 1; i < sentences; ++i) text += " " + sentence();
  return text;
}

}  // namespace vaughn::eval
