// SPDX-License-Identifier: GPL-3.0-or-later
// Adding a code is adding a row here. The order within a regime is the order it is listed in.
#include "redaction/regime_rows.h"

namespace vaughn::redaction {
namespace {

constexpr auto kPage = CodeRole::kPage;

// clang-format off
constexpr CodeRow kCodeRows[] = {
    {{"(b)(1)", Regime::kFoia, "Ex. 1", "Classified", "Kept secret under an executive order in the interest of national defense or foreign policy, and properly classified"}},
    {{"(b)(2)", Regime::kFoia, "Ex. 2", "Internal personnel rules", "Related solely to the internal personnel rules and practices of an agency"}},
    {{"(b)(3)", Regime::kFoia, "Ex. 3", "Other statute", "Exempted from disclosure by another statute"}},
    {{"(b)(4)", Regime::kFoia, "Ex. 4", "Trade secrets, commercial", "Trade secrets and privileged or confidential commercial or financial information obtained from a person"}},
    {{"(b)(5)", Regime::kFoia, "Ex. 5", "Privileged internal", "Inter- or intra-agency memorandums or letters that a party in litigation with the agency could not have by law"}},
    {{"(b)(6)", Regime::kFoia, "Ex. 6", "Personal privacy", "Personnel, medical and similar files whose disclosure would be a clearly unwarranted invasion of personal privacy"}},
    {{"(b)(7)", Regime::kFoia, "Ex. 7", "Law enforcement", "Records compiled for law enforcement purposes; printed without a sub-letter the ground is incomplete"}},
    {{"(b)(7)(A)", Regime::kFoia, "Ex. 7(A)", "Ongoing proceedings", "Could reasonably be expected to interfere with enforcement proceedings"}},
    {{"(b)(7)(B)", Regime::kFoia, "Ex. 7(B)", "Fair trial", "Would deprive a person of a right to a fair trial or an impartial adjudication"}},
    {{"(b)(7)(C)", Regime::kFoia, "Ex. 7(C)", "Law enforcement privacy", "Could reasonably be expected to be an unwarranted invasion of personal privacy"}},
    {{"(b)(7)(D)", Regime::kFoia, "Ex. 7(D)", "Confidential source", "Could reasonably be expected to disclose the identity of a confidential source"}},
    {{"(b)(7)(E)", Regime::kFoia, "Ex. 7(E)", "Law enforcement techniques", "Would disclose techniques and procedures, or guidelines where that could risk circumvention of the law"}},
    {{"(b)(7)(F)", Regime::kFoia, "Ex. 7(F)", "Life or safety", "Could reasonably be expected to endanger the life or physical safety of an individual"}},
    {{"(b)(8)", Regime::kFoia, "Ex. 8", "Bank examination", "Reports by or for an agency that regulates or supervises financial institutions"}},
    {{"(b)(9)", Regime::kFoia, "Ex. 9", "Wells", "Geological and geophysical information, including maps, concerning wells"}},

    {{"PA(d)(5)", Regime::kPrivacyAct, "PA(d)(5)", "Civil action", "Compiled in reasonable anticipation of a civil action or proceeding"}},
    {{"PA(j)(1)", Regime::kPrivacyAct, "PA(j)(1)", "CIA system of records", "Systems of records maintained by the Central Intelligence Agency"}},
    {{"PA(j)(2)", Regime::kPrivacyAct, "PA(j)(2)", "Criminal law enforcement", "Systems of an agency whose principal function is criminal law enforcement"}},
    {{"PA(k)(1)", Regime::kPrivacyAct, "PA(k)(1)", "Classified", "Classified under an executive order"}},
    {{"PA(k)(2)", Regime::kPrivacyAct, "PA(k)(2)", "Investigatory material", "Investigatory material for law enforcement purposes other than (j)(2)"}},
    {{"PA(k)(3)", Regime::kPrivacyAct, "PA(k)(3)", "Protective services", "Maintained to protect the President or others"}},
    {{"PA(k)(4)", Regime::kPrivacyAct, "PA(k)(4)", "Statistical records", "Required by statute to be kept and used solely as statistical records"}},
    {{"PA(k)(5)", Regime::kPrivacyAct, "PA(k)(5)", "Suitability investigations", "Investigatory material on suitability for employment, contracts or access, where it would reveal a confidential source"}},
    {{"PA(k)(6)", Regime::kPrivacyAct, "PA(k)(6)", "Test material", "Testing or examination material"}},
    {{"PA(k)(7)", Regime::kPrivacyAct, "PA(k)(7)", "Promotion evaluation", "Evaluation material for promotion in the armed services"}},

    {{"EO:1.4(a)", Regime::kExecutiveOrder, "E.O. 13526 1.4(a)", "Military plans", "Military plans, weapons systems, or operations"}},
    {{"EO:1.4(b)", Regime::kExecutiveOrder, "E.O. 13526 1.4(b)", "Foreign government information", "Foreign government information"}},
    {{"EO:1.4(c)", Regime::kExecutiveOrder, "E.O. 13526 1.4(c)", "Intelligence", "Intelligence activities, sources or methods, or cryptology"}},
    {{"EO:1.4(d)", Regime::kExecutiveOrder, "E.O. 13526 1.4(d)", "Foreign relations", "Foreign relations or foreign activities of the United States"}},
    {{"EO:1.4(e)", Regime::kExecutiveOrder, "E.O. 13526 1.4(e)", "Science and technology", "Scientific, technological, or economic matters of national security"}},
    {{"EO:1.4(f)", Regime::kExecutiveOrder, "E.O. 13526 1.4(f)", "Nuclear safeguards", "Programs for safeguarding nuclear materials or facilities"}},
    {{"EO:1.4(g)", Regime::kExecutiveOrder, "E.O. 13526 1.4(g)", "Vulnerabilities", "Vulnerabilities or capabilities of systems, installations, or plans"}},
    {{"EO:1.4(h)", Regime::kExecutiveOrder, "E.O. 13526 1.4(h)", "Weapons of mass destruction", "Development, production, or use of weapons of mass destruction"}},
    {{"EO:1.5(a)", Regime::kExecutiveOrder, "E.O. 12958 1.5(a)", "Military plans", "Military plans, weapons systems, or operations"}},
    {{"EO:1.5(b)", Regime::kExecutiveOrder, "E.O. 12958 1.5(b)", "Foreign government information", "Foreign government information"}},
    {{"EO:1.5(c)", Regime::kExecutiveOrder, "E.O. 12958 1.5(c)", "Intelligence", "Intelligence activities, sources or methods, or cryptology"}},
    {{"EO:1.5(d)", Regime::kExecutiveOrder, "E.O. 12958 1.5(d)", "Foreign relations", "Foreign relations or foreign activities of the United States"}},
    {{"EO:1.5(e)", Regime::kExecutiveOrder, "E.O. 12958 1.5(e)", "Science and technology", "Scientific, technological, or economic matters of national security"}},
    {{"EO:1.5(f)", Regime::kExecutiveOrder, "E.O. 12958 1.5(f)", "Nuclear safeguards", "Programs for safeguarding nuclear materials or facilities"}},
    {{"EO:1.5(g)", Regime::kExecutiveOrder, "E.O. 12958 1.5(g)", "Vulnerabilities", "Vulnerabilities or capabilities of systems, installations, or plans"}},
    {{"EO:3.3(b)", Regime::kExecutiveOrder, "E.O. 13526 3.3(b)", "Exempt at 25 years", "Exempt from automatic declassification at 25 years"}},
    {{"EO:3.3(h)", Regime::kExecutiveOrder, "E.O. 13526 3.3(h)", "Exempt at 50 years", "Exempt from automatic declassification at 50 or 75 years"}},
    {{"EO:3.5(c)", Regime::kExecutiveOrder, "E.O. 13526 3.5(c)", "Withheld in declassification review", "Withheld in mandatory declassification review under another law"}},
    {{"EO:6.2(c)", Regime::kExecutiveOrder, "E.O. 13526 6.2(c)", "Director of National Intelligence", "Declassification reserved to the Director of National Intelligence"}},
    {{"EO:25X", Regime::kExecutiveOrder, "E.O. 13526 25X", "Exempt at 25 years", "Marking for information exempt from declassification at 25 years"}},
    {{"EO:50X1-HUM", Regime::kExecutiveOrder, "E.O. 13526 50X1", "Human source", "Marking for a human source exempt from declassification at 50 years"}, R"(\b50X1-?\s?HUM\b)"},
    {{"EO:50X2-WMD", Regime::kExecutiveOrder, "E.O. 13526 50X2", "Weapons of mass destruction", "Marking for weapons design exempt from declassification at 50 years"}, R"(\b50X2-?\s?WMD\b)"},

    {{"PRA P1", Regime::kPresidentialRecords, "P1", "Classified", "National security classified information"}},
    {{"PRA P2", Regime::kPresidentialRecords, "P2", "Appointments", "Relating to appointment to federal office"}},
    {{"PRA P3", Regime::kPresidentialRecords, "P3", "Other statute", "Release would violate a federal statute"}},
    {{"PRA P4", Regime::kPresidentialRecords, "P4", "Trade secrets, commercial", "Trade secrets or confidential commercial or financial information"}},
    {{"PRA P5", Regime::kPresidentialRecords, "P5", "Confidential advice", "Confidential advice between the President and advisers, or among advisers"}},
    {{"PRA P6", Regime::kPresidentialRecords, "P6", "Personal privacy", "Clearly unwarranted invasion of personal privacy"}},
    {{"PRA PRM", Regime::kPresidentialRecords, "PRM", "Personal record misfile", "Personal record misfile, 44 U.S.C. 2201(3)"}, R"(\bPRM\b\.?(?:\s*44\s?U\.?\s?S\.?\s?C\.?\s?\x{a7}?\s?2201\s?\(3\))?)"},
    {{"PRA C", Regime::kPresidentialRecords, "C", "Deed of gift", "Closed by the donor's deed of gift"}},
    {{"PRA RR", Regime::kPresidentialRecords, "RR", "Reviewed on request", "Document will be reviewed upon request"}},

    {{"CIA:STATINTL", Regime::kReviewerStamp, "STATINTL", "Statute, intelligence", "Withheld by statute: intelligence sources, methods or personnel"}, R"(\bSTATINTL\b)"},
    {{"CIA:STAT", Regime::kReviewerStamp, "STAT", "Statute", "Withheld by statute"}, R"(\bSTAT\b)", Reach::kOwnText},
    {{"CIA:ILLEGIB", Regime::kReviewerStamp, "ILLEGIB", "Illegible", "The reviewer could not read the original; not an exemption"}, R"(\bILLEGIB\b)"},

    {{"NR", Regime::kDisposition, "NR", "Non-responsive", "Not responsive to the request; not an exemption"}, R"((?i)\bnon[- ]?\s?responsive(?:\s+(?:record|material|info\w*))?\b|\bnot responsive\b|\b(?:out|outside)\s+(?:of\s+)?(?:the\s+)?scope\b)", Reach::kOwnSentence},
    {{"NR", Regime::kDisposition, "NR", "Non-responsive", "Not responsive to the request; not an exemption"}, R"(\b(?:N/?R|OOS)\b)"},
    {{"NR", Regime::kDisposition, "NR", "Non-responsive", "Dutch: buiten verzoek, outside the request"}, R"((?i)\bbuiten\s+(?:de\s+|het\s+)?(?:\w+\s+van\s+het\s+)?(?:verzoek|reikwijdte|bereik)\b)", Reach::kOwnSentence},
    {{"DUP", Regime::kDisposition, "DUP", "Duplicate", "Duplicate of a page processed elsewhere"}, R"((?i)\b(?:duplicative material|duplicate(?:\s+(?:pages?|records?|of\s+(?:pages?|documents?|\S*\d)[^\n]{0,40}))?\b))", Reach::kOwnSentence, kPage},
    {{"DUP", Regime::kDisposition, "DUP", "Duplicate", "Duplicate of a page processed elsewhere"}, R"(\bDUP\b)", Reach::kOwnLine, kPage},
    {{"RIF", Regime::kDisposition, "RIF", "Released in full", "Nothing withheld"}, R"((?i)\breleased?\s+in\s+full\b)", Reach::kOwnSentence},
    {{"RIF", Regime::kDisposition, "RIF", "Released in full", "Nothing withheld"}, R"(\bRIF\b)"},
    {{"RIP", Regime::kDisposition, "RIP", "Released in part", "Something withheld"}, R"((?i)\breleased?\s+in\s+part\b)", Reach::kOwnSentence},
    {{"RIP", Regime::kDisposition, "RIP", "Released in part", "Something withheld"}, R"(\bRIP\b)"},
    {{"WIF", Regime::kDisposition, "WIF", "Withheld in full", "The whole page or document is withheld"}, R"((?i)\b(?:withheld|denied|deny)\s+in\s+full\b|\bpages?\s+withheld(?:\s+in\s+(?:full|its entirety))?)", Reach::kOwnSentence, kPage},
    {{"WIF", Regime::kDisposition, "WIF", "Withheld in full", "The whole page or document is withheld"}, R"(\b(?:WIF|DIF)\b)", Reach::kOwnLine, kPage},
    {{"CON", Regime::kDisposition, "CON", "Consultation", "Sent to another agency for consultation"}, R"((?i)\breferral\s?/\s?consult\w*)", Reach::kOwnSentence, kPage},
    {{"REF", Regime::kDisposition, "REF", "Referred", "Sent to another agency, which answers directly"}, R"((?i)\breferral\s?/\s?direct\b|\breferr(?:al|ed)\s+to\b[^.]{2,120}?\bdirect\s+(?:response|reply)(?:\s+to\s+you)?\b)", Reach::kOwnSentence, kPage},
    {{"BLANK", Regime::kDisposition, "BLANK", "Blank page", "Blank in the original"}, R"((?i)\bthis page (?:was )?(?:intentionally )?(?:left )?blank\b|\bblank page\b)", Reach::kOwnSentence, kPage},

    {{"(b)(7)(A)", Regime::kSpecialCounsel, "Harm to Ongoing Matter", "Ongoing proceedings", "Printed in words: harm to ongoing matter"}, R"((?i)\bharm to ongoing matter\b)", Reach::kOwnText},
    {{"(b)(6)/(b)(7)(C)", Regime::kSpecialCounsel, "Personal Privacy", "Personal privacy", "Printed in words: personal privacy, (b)(6) or (b)(7)(C) or both"}, R"((?i)\bpersonal privacy\b)", Reach::kOwnText},
    {{"(b)(7)(E)", Regime::kSpecialCounsel, "Investigative Technique", "Law enforcement techniques", "Printed in words: investigative technique"}, R"((?i)\binvestigative technique\b)", Reach::kOwnText},
    {{"(b)(3):FRCrP 6(e)", Regime::kSpecialCounsel, "Grand Jury", "Grand jury", "Printed in words: grand jury"}, R"((?i)\bgrand jury\b)", Reach::kOwnText},
    {{"Rule 6(e)", Regime::kGrandJury, "Rule 6(e)", "Grand jury", "Matters before a grand jury, Federal Rules of Criminal Procedure 6(e)"}, R"((?i)\b(?:Fed\.?\s?R\.?\s?Crim\.?\s?P\.?|FRCrP|Rule)\s?6\s?\(e\))"},

    {{"ILCS 7(1)(a)", Regime::kIllinois, "7(1)(a)", "Other law", "Prohibited from disclosure by federal or state law"}},
    {{"ILCS 7(1)(b)", Regime::kIllinois, "7(1)(b)", "Private information", "Private information: unique identifiers, home and personal contact details"}},
    {{"ILCS 7(1)(b-5)", Regime::kIllinois, "7(1)(b-5)", "Law enforcement databases", "Files and databases of law enforcement agencies about individuals"}},
    {{"ILCS 7(1)(c)", Regime::kIllinois, "7(1)(c)", "Personal privacy", "Clearly unwarranted invasion of personal privacy"}},
    {{"ILCS 7(1)(d)", Regime::kIllinois, "7(1)(d)", "Law enforcement", "Law enforcement records, to the extent that disclosure would do one of the harms listed"}},
    {{"ILCS 7(1)(d)(i)", Regime::kIllinois, "7(1)(d)(i)", "Pending enforcement", "Would interfere with pending or contemplated law enforcement proceedings"}},
    {{"ILCS 7(1)(d)(ii)", Regime::kIllinois, "7(1)(d)(ii)", "Administrative enforcement", "Would interfere with active administrative enforcement proceedings"}},
    {{"ILCS 7(1)(d)(iii)", Regime::kIllinois, "7(1)(d)(iii)", "Fair trial", "Would deprive a person of a fair trial or an impartial hearing"}},
    {{"ILCS 7(1)(d)(iv)", Regime::kIllinois, "7(1)(d)(iv)", "Confidential source", "Would disclose a confidential source or information only it furnished"}},
    {{"ILCS 7(1)(d)(v)", Regime::kIllinois, "7(1)(d)(v)", "Investigative techniques", "Would disclose unique or specialized investigative techniques"}},
    {{"ILCS 7(1)(d)(vi)", Regime::kIllinois, "7(1)(d)(vi)", "Life or safety", "Would endanger the life or physical safety of a person"}},
    {{"ILCS 7(1)(d)(vii)", Regime::kIllinois, "7(1)(d)(vii)", "Ongoing investigation", "Would obstruct an ongoing criminal investigation"}},
    {{"ILCS 7(1)(e)", Regime::kIllinois, "7(1)(e)", "Correctional security", "Security of correctional institutions and detention facilities"}},
    {{"ILCS 7(1)(f)", Regime::kIllinois, "7(1)(f)", "Preliminary drafts", "Preliminary drafts, notes and recommendations in which opinions are expressed"}},
    {{"ILCS 7(1)(g)", Regime::kIllinois, "7(1)(g)", "Trade secrets, commercial", "Trade secrets and proprietary or confidential commercial or financial information"}},
    {{"ILCS 7(1)(m)", Regime::kIllinois, "7(1)(m)", "Legal advice", "Communications with an attorney or auditor"}},
    {{"ILCS 7(1)(n)", Regime::kIllinois, "7(1)(n)", "Discipline cases", "Adjudication of employee grievances or disciplinary cases"}},
    {{"ILCS 7(1)(v)", Regime::kIllinois, "7(1)(v)", "Security measures", "Vulnerability assessments, security measures and response plans"}},

    {{"Woo 5.1.1.a", Regime::kNetherlands, "5.1.1.a", "Unity of the Crown", "Eenheid van de Kroon"}},
    {{"Woo 5.1.1.b", Regime::kNetherlands, "5.1.1.b", "Security of the State", "Veiligheid van de Staat"}},
    {{"Woo 5.1.1.c", Regime::kNetherlands, "5.1.1.c", "Confidential business data", "Vertrouwelijk verstrekte bedrijfs- en fabricagegegevens"}},
    {{"Woo 5.1.1.d", Regime::kNetherlands, "5.1.1.d", "Special personal data", "Bijzondere persoonsgegevens"}},
    {{"Woo 5.1.1.e", Regime::kNetherlands, "5.1.1.e", "Identification numbers", "Nationale identificatienummers"}},
    {{"Woo 5.1.2.a", Regime::kNetherlands, "5.1.2.a", "International relations", "Betrekkingen met andere landen en internationale organisaties"}},
    {{"Woo 5.1.2.b", Regime::kNetherlands, "5.1.2.b", "Economic interests", "Economische of financiële belangen van de Staat"}},
    {{"Woo 5.1.2.c", Regime::kNetherlands, "5.1.2.c", "Criminal investigation", "Opsporing en vervolging van strafbare feiten"}},
    {{"Woo 5.1.2.d", Regime::kNetherlands, "5.1.2.d", "Inspection", "Inspectie, controle en toezicht"}},
    {{"Woo 5.1.2.e", Regime::kNetherlands, "5.1.2.e", "Personal privacy", "Eerbiediging van de persoonlijke levenssfeer"}},
    {{"Woo 5.1.2.f", Regime::kNetherlands, "5.1.2.f", "Other business data", "Andere concurrentiegevoelige bedrijfs- en fabricagegegevens"}},
    {{"Woo 5.1.2.g", Regime::kNetherlands, "5.1.2.g", "Environment", "Bescherming van het milieu"}},
    {{"Woo 5.1.2.h", Regime::kNetherlands, "5.1.2.h", "Security", "Beveiliging van personen en bedrijven, voorkomen van sabotage"}},
    {{"Woo 5.1.2.i", Regime::kNetherlands, "5.1.2.i", "Functioning of the State", "Goed functioneren van de Staat en andere bestuursorganen"}},
    {{"Woo 5.1.5", Regime::kNetherlands, "5.1.5", "Disproportionate harm", "Onevenredige benadeling van een ander belang"}},
    {{"Woo 5.2.1", Regime::kNetherlands, "5.2.1", "Personal policy opinions", "Persoonlijke beleidsopvattingen in stukken voor intern beraad"}},
    {{"Wob 10.1.a", Regime::kNetherlands, "10.1.a", "Unity of the Crown", "Eenheid van de Kroon"}},
    {{"Wob 10.1.b", Regime::kNetherlands, "10.1.b", "Security of the State", "Veiligheid van de Staat"}},
    {{"Wob 10.1.c", Regime::kNetherlands, "10.1.c", "Confidential business data", "Vertrouwelijk verstrekte bedrijfs- en fabricagegegevens"}},
    {{"Wob 10.1.d", Regime::kNetherlands, "10.1.d", "Special personal data", "Bijzondere persoonsgegevens"}},
    {{"Wob 10.2.a", Regime::kNetherlands, "10.2.a", "International relations", "Betrekkingen met andere staten en internationale organisaties"}},
    {{"Wob 10.2.b", Regime::kNetherlands, "10.2.b", "Economic interests", "Economische of financiële belangen van de Staat"}},
    {{"Wob 10.2.c", Regime::kNetherlands, "10.2.c", "Criminal investigation", "Opsporing en vervolging van strafbare feiten"}},
    {{"Wob 10.2.d", Regime::kNetherlands, "10.2.d", "Inspection", "Inspectie, controle en toezicht"}},
    {{"Wob 10.2.e", Regime::kNetherlands, "10.2.e", "Personal privacy", "Eerbiediging van de persoonlijke levenssfeer"}},
    {{"Wob 10.2.f", Regime::kNetherlands, "10.2.f", "First knowledge", "Belang van de geadresseerde als eerste kennis te nemen"}},
    {{"Wob 10.2.g", Regime::kNetherlands, "10.2.g", "Disproportionate harm", "Onevenredige bevoordeling of benadeling"}},
    {{"Wob 11.1", Regime::kNetherlands, "11.1", "Personal policy opinions", "Persoonlijke beleidsopvattingen in stukken voor intern beraad"}},

    {{"UK s.21", Regime::kUnitedKingdom, "s.21", "Accessible otherwise", "Information accessible by other means"}},
    {{"UK s.22", Regime::kUnitedKingdom, "s.22", "Future publication", "Information intended for future publication"}},
    {{"UK s.23", Regime::kUnitedKingdom, "s.23", "Security bodies", "Supplied by or relating to bodies dealing with security matters"}},
    {{"UK s.24", Regime::kUnitedKingdom, "s.24", "National security", "National security"}},
    {{"UK s.26", Regime::kUnitedKingdom, "s.26", "Defence", "Defence"}},
    {{"UK s.27", Regime::kUnitedKingdom, "s.27", "International relations", "International relations"}},
    {{"UK s.28", Regime::kUnitedKingdom, "s.28", "UK relations", "Relations within the United Kingdom"}},
    {{"UK s.29", Regime::kUnitedKingdom, "s.29", "Economy", "The economy"}},
    {{"UK s.30", Regime::kUnitedKingdom, "s.30", "Investigations", "Investigations and proceedings conducted by public authorities"}},
    {{"UK s.31", Regime::kUnitedKingdom, "s.31", "Law enforcement", "Law enforcement"}},
    {{"UK s.32", Regime::kUnitedKingdom, "s.32", "Court records", "Court records"}},
    {{"UK s.33", Regime::kUnitedKingdom, "s.33", "Audit", "Audit functions"}},
    {{"UK s.34", Regime::kUnitedKingdom, "s.34", "Parliamentary privilege", "Parliamentary privilege"}},
    {{"UK s.35", Regime::kUnitedKingdom, "s.35", "Policy formulation", "Formulation of government policy"}},
    {{"UK s.36", Regime::kUnitedKingdom, "s.36", "Conduct of public affairs", "Prejudice to the effective conduct of public affairs"}},
    {{"UK s.37", Regime::kUnitedKingdom, "s.37", "Monarch, honours", "Communications with the Royal Family and honours"}},
    {{"UK s.38", Regime::kUnitedKingdom, "s.38", "Health and safety", "Health and safety"}},
    {{"UK s.39", Regime::kUnitedKingdom, "s.39", "Environment", "Environmental information"}},
    {{"UK s.40", Regime::kUnitedKingdom, "s.40", "Personal information", "Personal information"}},
    {{"UK s.40(2)", Regime::kUnitedKingdom, "s.40(2)", "Personal information", "Personal data of someone other than the requester"}},
    {{"UK s.41", Regime::kUnitedKingdom, "s.41", "Confidence", "Information provided in confidence"}},
    {{"UK s.42", Regime::kUnitedKingdom, "s.42", "Legal privilege", "Legal professional privilege"}},
    {{"UK s.43", Regime::kUnitedKingdom, "s.43", "Commercial interests", "Trade secrets and commercial interests"}},
    {{"UK s.44", Regime::kUnitedKingdom, "s.44", "Prohibitions", "Prohibited by another enactment or a court"}},

    {{"ATIA s.13", Regime::kCanada, "s.13", "Other governments", "Obtained in confidence from other governments"}},
    {{"ATIA s.14", Regime::kCanada, "s.14", "Federal-provincial affairs", "Federal-provincial affairs"}},
    {{"ATIA s.15", Regime::kCanada, "s.15", "International affairs, defence", "International affairs and defence"}},
    {{"ATIA s.16", Regime::kCanada, "s.16", "Law enforcement", "Law enforcement, investigations and security"}},
    {{"ATIA s.17", Regime::kCanada, "s.17", "Safety", "Safety of individuals"}},
    {{"ATIA s.18", Regime::kCanada, "s.18", "Economic interests", "Economic interests of Canada"}},
    {{"ATIA s.19", Regime::kCanada, "s.19", "Personal information", "Personal information"}},
    {{"ATIA s.19(1)", Regime::kCanada, "s.19(1)", "Personal information", "Personal information"}},
    {{"ATIA s.20", Regime::kCanada, "s.20", "Third party information", "Trade secrets and other third party information"}},
    {{"ATIA s.21", Regime::kCanada, "s.21", "Advice", "Advice, consultations, negotiations and plans of government"}},
    {{"ATIA s.22", Regime::kCanada, "s.22", "Testing, audits", "Testing procedures, tests and audits"}},
    {{"ATIA s.23", Regime::kCanada, "s.23", "Legal privilege", "Solicitor-client privilege"}},
    {{"ATIA s.24", Regime::kCanada, "s.24", "Statutory prohibition", "Restricted by another statute"}},
    {{"ATIA s.26", Regime::kCanada, "s.26", "To be published", "Information to be published"}},
    {{"ATIA s.68", Regime::kCanada, "s.68", "Published", "The Act does not apply to published material"}},
    {{"ATIA s.69", Regime::kCanada, "s.69", "Cabinet confidence", "Confidences of the Privy Council"}},
};

// The first scheme that matches has the place. \x{a7} is the section sign.
constexpr SchemeRow kSchemeRows[] = {
    {Regime::kExecutiveOrder, R"(\b(25X[1-9])\b)", R"(EO:\1)", Reach::kOwnLine, true},
    {Regime::kIllinois, R"((?i)\b5\s?ILCS\s?140\s?/\s?7\s?\(1\)\s?\(([a-z](?:-5)?)\)(?:\s?(\((?:i|ii|iii|iv|v|vi|vii)\)))?)", R"(ILCS 7(1)(\1)\2)", Reach::kOwnLine, true},
    {Regime::kIllinois, R"((?i)\b7\s?\(1\)\s?\(([a-z](?:-5)?)\)(?:\s?(\((?:i|ii|iii|iv|v|vi|vii)\)))?)", R"(ILCS 7(1)(\1)\2)", Reach::kOwnLine, true},
    {Regime::kNetherlands, R"((?i)\b5\.([12])\.([1-5])\.?\s?([a-i])\b)", R"(Woo 5.\1.\2.\3)", Reach::kOwnLine, true},
    {Regime::kNetherlands, R"((?i)\b5\.([12]),?\s?lid\s?([1-5]),?\s?(?:sub\s|onder\s)?([a-i])\b)", R"(Woo 5.\1.\2.\3)", Reach::kOwnLine, true},
    {Regime::kNetherlands, R"(\b5\.(1\.5|2\.1)\b)", R"(Woo 5.\1)", Reach::kPlaced, true},
    // Recognition loses the dots and reads the 5 of a small label as any of these, the e as a cent or euro sign.
    {Regime::kNetherlands, R"((?:\b[5S9023]|\x{a7})[.,]{0,2}\s?([12])[.,]{0,2}\s?([1-5])[.,]{0,2}\s?([a-i])\b)", R"(Woo 5.\1.\2.\3)", Reach::kPlaced, false},
    {Regime::kNetherlands, R"((?:\b[5S9023]|\x{a7})[.,]{0,2}\s?([12])[.,]{0,2}\s?([1-5])[.,]{0,2}\s?[¢€][e@]?)", R"(Woo 5.\1.\2.e)", Reach::kPlaced, false},
    // A small e is read as 6 or 8, an i as 1.
    {Regime::kNetherlands, R"(^\s*[5S9][.,]{0,2}\s?1[.,]{0,2}\s?2[.,]{0,2}\s?[68&]\s*$)", R"(Woo 5.1.2.e)", Reach::kPlaced, false},
    {Regime::kNetherlands, R"(^\s*[5S9][.,]{0,2}\s?1[.,]{0,2}\s?2[.,]{0,2}\s?[1l!|)\]]\s*$)", R"(Woo 5.1.2.i)", Reach::kPlaced, false},
    {Regime::kNetherlands, R"((?i)\b10\.([12])\.?\s?([a-g])\b)", R"(Wob 10.\1.\2)", Reach::kOwnLine, true},
    {Regime::kNetherlands, R"((?i)\b10,?\s?lid\s?([12]),?\s?(?:sub\s|onder\s)?([a-g])\b)", R"(Wob 10.\1.\2)", Reach::kOwnLine, true},
    {Regime::kNetherlands, R"(\b11\.1\b)", R"(Wob 11.1)", Reach::kPlaced, true},
    {Regime::kCanada, R"((?i)\bs(?:ec(?:tion)?|s)?\.?\s?(1[3-9]|20|21|68|69)((?:\s?\(\d\))(?:\s?\([a-z]\))?))", R"(ATIA s.\1\2)", Reach::kOwnLine, true},
    {Regime::kCanada, R"((?i)\bs(?:ec(?:tion)?|s)?\.?\s?(1[3-9]|20|68|69)\b)", R"(ATIA s.\1)", Reach::kPlaced, true},
    {Regime::kCanada, R"(\b(1[3-9]|20|21|69)(\(\d\)(?:\s?\([a-z]\))?))", R"(ATIA s.\1\2)", Reach::kPlaced, true},
    {Regime::kUnitedKingdom, R"((?i)\bs(?:ec(?:tion)?|s)?\.?\s?(2[1-9]|3\d|4[0-4])\b((?:\s?\(\d\))?(?:\s?\([a-z]\))?))", R"(UK s.\1\2)", Reach::kOwnLine, true},
};
// clang-format on

// A sub-item is the code and more, divided from it by what no longer code begins with.
bool is_sub_item(std::string_view code, std::string_view of) {
  if (!code.starts_with(of)) return false;
  if (code.size() == of.size()) return true;
  const char next = code[of.size()];
  return next == '(' || next == '-' || next == ':' || next == '>' || next == '.' ||
         (of.ends_with('X') && next >= '1' && next <= '9');
}

}  // namespace

std::span<const CodeRow> code_rows() {
  return kCodeRows;
}

std::span<const SchemeRow> scheme_rows() {
  return kSchemeRows;
}

const CodeRow* row_of(std::string_view canonical) {
  const CodeRow* best = nullptr;
  for (const CodeRow& row : kCodeRows) {
    const std::string_view code = row.meaning.canonical;
    if (is_sub_item(canonical, code) && (!best || code.size() > best->meaning.canonical.size())) best = &row;
  }
  return best;
}

}  // namespace vaughn::redaction
