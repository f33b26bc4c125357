// SPDX-License-Identifier: GPL-3.0-or-later
// Five e-mails, newest first, printed over three pages: bordered boxes over people, the mail domains left
// standing.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kBody = {.size = 11, .line_spacing = 1.12};
constexpr double kLeft = 72, kRight = 540, kFieldColumn = 150;

// The growing column of text on one page of a print.
class Print {
 public:
  Print(Canvas& canvas, TruePage& page) : canvas_(canvas), page_(page) {}

  void mailbox_owner(const std::string& markup) {
    place(canvas_.paragraph(kLeft, y_, kRight - kLeft, markup, kBody.bold().sized(12)));
    canvas_.rule(kLeft, y_ + 3, kRight, y_ + 3, 1.8);
    y_ += 12;
  }

  void field(const std::string& name, const std::string& markup) {
    canvas_.paragraph(kLeft, y_, kFieldColumn - kLeft, name + ":", kBody.bold());
    place(canvas_.paragraph(kFieldColumn, y_, kRight - kFieldColumn, markup, kBody));
    y_ += 1;
  }

  // Names of empty fields whose values share one cover.
  void covered_fields(const std::vector<std::string>& names, const std::vector<std::string>& codes) {
    const double top = y_;
    for (const std::string& name : names) {
      y_ = canvas_.paragraph(kLeft, y_, kFieldColumn - kLeft, name + ":", kBody.bold()).bottom + 1;
    }
    cover(canvas_, page_, Box{kFieldColumn, top, 470, y_ - 1}, codes, bordered_box());
  }

  void body(const std::string& markup) {
    y_ += 8;
    place(canvas_.paragraph(kLeft, y_, kRight - kLeft, markup, kBody));
  }

  // A paragraph of which nothing is left.
  void covered_paragraph(double height, const std::vector<std::string>& codes) {
    y_ += 8;
    cover(canvas_, page_, Box{kLeft, y_, kRight, y_ + height}, codes, bordered_box());
    y_ += height;
  }

  void original_message() {
    y_ += 10;
    place(canvas_.paragraph(kLeft, y_, kRight - kLeft, "-----Original Message-----", kBody));
  }

  void separator() {
    y_ += 12;
    canvas_.rule(kLeft, y_, kRight, y_, 0.5, 0.4);
    y_ += 6;
  }

 private:
  void place(const Placed& placed) {
    cover(canvas_, page_, placed.gaps, bordered_box());
    y_ = placed.bottom;
  }

  Canvas& canvas_;
  TruePage& page_;
  double y_ = 62;
};

void order_to_stop(Print& print) {
  print.mailbox_owner("[[b6,b7C|20]]");
  print.field("From", "Halvorsen, Corwin <Corwin.Halvorsen@bbr.example>");
  print.field("Sent", "Friday, October 18, 2030 4:52 PM");
  print.field("To", "[[b6,b7C|18]] <[[b6,b7C|15]]@bbr.example>");
  print.field("Cc", "Renner-Achebe, Tobias; [[b6,b7C|17]]; [[b6,b7C|16]]");
  print.field("Subject", "RE: Northlight trial accounts");
  print.field("Importance", "High");
  print.body("All,");
  print.body(
      "Effective immediately, field offices are to stop using Northlight Lens and any other commercial "
      "facial recognition search that this office has not approved. That includes every trial account "
      "opened directly with the vendor by an investigator. There is no approved privacy threshold analysis "
      "for the product, and no purchase order had been signed when the first accounts were opened.");
  print.body(
      "By close of business Wednesday each region is to send [[b6,b7C|16]] a list of its accounts, the "
      "person who opened each one and the number of searches run. Do not delete search histories. Preserve "
      "all correspondence with the company.");
  print.body(
      "The one exception is the pilot at [[b7E|24]], which may continue under the order already placed "
      "until the Privacy Office has decided.");
  print.body(
      "If an investigation depends on a result obtained with a trial account, say so in the list and "
      "describe how the match was confirmed. A possible match is a lead and nothing more; nobody is to be "
      "detained, questioned or entered in a watch list on the strength of it.");
  print.body("Corwin Halvorsen\nDeputy Assistant Director, Field Technology\nBureau of Border Records");
}

void privacy_office(Print& print) {
  print.separator();
  print.covered_fields({"From", "SentVia", "To", "CC"}, canonical_codes("b6,b7C"));
  print.field("Subject", "RE: Northlight trial accounts");
  print.field("Sent", "10/18/2030 2:07:41 PM");
  print.body("Corwin,");
}

void privacy_office_body(Print& print) {
  print.body(
      "We checked. No privacy threshold analysis for Northlight Lens reached us before this week. The draft "
      "we received on Tuesday describes a one-to-many search of a probe photograph against [[b7E|22]]. It "
      "does not say where the vendor's pictures come from, how long an uploaded photograph is kept, or who "
      "outside the Bureau can see our search history.");
  print.covered_paragraph(52, canonical_codes("b5"));
  print.body(
      "Until the analysis has been adjudicated the tool should not be used in live cases. My suggestion is "
      "that the order to stop comes from you and that it names trial accounts expressly, because some "
      "offices do not think of a free account as a purchase. I am free to talk after three.");
  print.body("[[b6,b7C|17]]\nPrivacy Office, Bureau of Border Records\nOffice [[b6,b7C|14]]");
}

void field_office(Print& print) {
  print.separator();
  print.field("From", "[[b6,b7C|18]] <[[b6,b7C|15]]@bbr.example>");
  print.field("Sent", "Wednesday, October 16, 2030 9:31 AM");
  print.field("To", "[[b6,b7C|18]]");
  print.field("Subject", "FW: Northlight trial accounts");
  print.body("Sir,");
  print.body(
      "As asked, this is what our office has been doing. Four investigators at Millrace have a trial "
      "account. The accounts were free for thirty days and the company has extended them twice. Since "
      "September we have run about 340 searches. We had possible matches in 61 of them and a confirmed "
      "identity in nine. Two matches turned out to be the wrong person; one was the subject's brother.");
  print.body(
      "Most probe photographs came from [[b7E|26]] and a few from open social media pages. Nobody here was "
      "told to stop, and the regional desk liked the results well enough to ask for a quote. Investigator "
      "[[b6,b7C|17]] can show you the search log.");
  print.body(
      "For what it is worth, the two wrong matches were both rated above ninety percent. I would not want "
      "to rely on the number alone.");
  print.body("[[b6,b7C|17]]\nSupervisory Investigator, Millrace Field Office");
}

void vendor_header(Print& print) {
  print.original_message();
  print.field("From", "[[b6|16]] <[[b6|12]]@northlight.example>");
  print.field("Sent", "Monday, September 30, 2030 10:12 AM");
  print.field("To", "[[b6,b7C|18]] <[[b6,b7C|15]]@bbr.example>");
  print.field("Subject", "Your Northlight Lens trial");
  print.field("Attachments", "Northlight_Quote_Q-20417.pdf");
}

void vendor(Print& print) {
  print.body(
      "Thanks for the call on Friday. I have extended the trial account for your team through October 31 "
      "and added three more seats at no cost. Feel free to search for people you know: most of our "
      "customers start with their own photograph, and it is the fastest way to see how good the matches "
      "are.");
  print.body(
      "The quote for twenty-five licenses is attached. The list price is [[b4|9]] a seat and year; we can "
      "hold [[b4|9]] if a purchase order arrives before the end of the quarter. Unlimited searches are "
      "included.");
  print.body(
      "Two practical points. The app works on any telephone, so there is nothing to install at the office, "
      "and every search is private to the account: your colleagues in other agencies cannot see what you "
      "looked for. If somebody in purchasing needs a reference, three sheriff's offices on your side of the "
      "river have agreed to be named.");
  print.body("[[b6|14]]\nAccount Executive, Public Safety\nNorthlight Vision, Inc.\ndirect [[b6|12]]");
}

void first_contact(Print& print) {
  print.original_message();
  print.field("From", "[[b6,b7C|18]] <[[b6,b7C|15]]@bbr.example>");
  print.field("Sent", "Friday, September 27, 2030 3:48 PM");
  print.field("To", "sales@northlight.example");
  print.field("Subject", "Trial access");
  print.body("Good afternoon,");
  print.body(
      "I am an investigator at the Millrace field office of the Bureau of Border Records. A colleague at "
      "the Calder County sheriff's office showed me your facial recognition search. Could you open an "
      "account for me and for [[b6,b7C|17]]? We would like to try it on a dozen old photographs before we "
      "ask anyone to pay for it.");
  print.body("Please use my work address. Our headquarters does not need to be copied for a test.");
  print.body("Thank you,\n[[b6,b7C|17]]\nInvestigator, Millrace Field Office");
  print.body(
      "This message and its attachments are meant for the person addressed. If you have received it by "
      "mistake, tell the sender and delete it.");
}

TrueHeader header(std::string name, std::string visible, std::vector<std::string> codes,
                  std::vector<std::string> domains) {
  return {std::move(name), std::move(visible), std::move(codes), std::move(domains)};
}

void note_emails(TrueSource& source, int first) {
  const std::vector<std::string> person = canonical_codes("b6,b7C");
  const std::vector<std::string> privacy = canonical_codes("b6");
  const std::string bbr = "bbr.example", northlight = "northlight.example";
  const int second = first + 1, third = first + 2;
  source.emails.push_back({first,
                           first,
                           "2030-10-18T16:52:00",
                           "RE: Northlight trial accounts",
                           {header("from", "Halvorsen, Corwin <Corwin.Halvorsen@bbr.example>", {}, {bbr}),
                            header("to", "[] <[]@bbr.example>", person, {bbr}),
                            header("cc", "Renner-Achebe, Tobias; []; []", person, {})}});
  source.emails.push_back(
      {first,
       second,
       "2030-10-18T14:07:41",
       "RE: Northlight trial accounts",
       {header("from", "[]", person, {}), header("to", "[]", person, {}), header("cc", "[]", person, {})}});
  source.emails.push_back(
      {second,
       second,
       "2030-10-16T09:31:00",
       "FW: Northlight trial accounts",
       {header("from", "[] <[]@bbr.example>", person, {bbr}), header("to", "[]", person, {})}});
  source.emails.push_back({second,
                           third,
                           "2030-09-30T10:12:00",
                           "Your Northlight Lens trial",
                           {header("from", "[] <[]@northlight.example>", privacy, {northlight}),
                            header("to", "[] <[]@bbr.example>", person, {bbr})}});
  source.emails.push_back({third,
                           third,
                           "2030-09-27T15:48:00",
                           "Trial access",
                           {header("from", "[] <[]@bbr.example>", person, {bbr}),
                            header("to", "sales@northlight.example", {}, {northlight})}});
}

}  // namespace

void add_emails(Production& production) {
  const auto add = [&](const std::vector<std::string>& words, const std::function<void(Print&)>& write) {
    production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
      expect(page, "born-digital", "part", words);
      Print print(canvas, page);
      write(print);
      stamp(canvas, page, production.series.next());
    });
  };
  const int first = production.book.last_page() + 1;
  add({"stop using Northlight Lens", "trial account", "purchase order", "facial recognition",
       "privacy threshold analysis"},
      [](Print& print) {
        order_to_stop(print);
        privacy_office(print);
      });
  add({"privacy threshold analysis", "search history", "trial account", "wrong person"}, [](Print& print) {
    privacy_office_body(print);
    field_office(print);
    vendor_header(print);
  });
  add({"trial account", "purchase order", "facial recognition", "Calder County", "Unlimited searches"},
      [](Print& print) {
        vendor(print);
        first_contact(print);
      });
  production.source.records.push_back(
      {first, production.book.last_page(), "email", "RE: Northlight trial accounts"});
  note_emails(production.source, first);
}

}  // namespace vaughn::samples
