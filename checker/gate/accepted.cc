#include "checker/gate/accepted.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "checker/model/document_id.h"
#include "checker/model/time_scope.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

bool Before(const AcceptedClaim& a, const AcceptedClaim& b) {
  const auto key = [](const AcceptedClaim& c) {
    return std::tie(c.document, c.sentence, c.value, c.unit, c.low, c.high,
                    c.quote);
  };
  return key(a) < key(b);
}

bool IsFalsePositive(std::string_view state) {
  return state.rfind("false-positive-", 0) == 0;
}

void WriteClaim(const AcceptedClaim& claim, bool with_text, JsonWriter& json) {
  json.BeginObject()
      .Member("document", claim.document)
      .Member("sentence", claim.sentence)
      .Member("value", claim.value)
      .Member("low", claim.low)
      .Member("high", claim.high)
      .Member("unit", claim.unit)
      .Member("quote", claim.quote);
  if (with_text) {
    json.Member("text", claim.text)
        .Member("language", claim.language)
        .Member("published", claim.published);
  }
  json.EndObject();
}

// Reads one line; the first fault stays in `fault`.
class LineReader {
 public:
  explicit LineReader(std::string& fault) : fault_(fault) {}

  void Read(simdjson::dom::element root, Accepted& entry) {
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
      fault_ = "no JSON object; write the line with crosscheck baseline add";
      return;
    }
    for (const auto& [key, value] : object) {
      if (key == "subject") {
        Text(key, value, entry.subject);
      } else if (key == "metric") {
        Text(key, value, entry.metric);
      } else if (key == "rule") {
        Text(key, value, entry.rule);
      } else if (key == "claims") {
        Claims(value, entry);
      } else if (key == "fingerprint") {
        Text(key, value, entry.fingerprint);
      } else if (key == "state") {
        Text(key, value, entry.state);
      } else if (key == "reason") {
        Text(key, value, entry.reason);
      } else if (key == "owner") {
        Text(key, value, entry.owner);
      } else if (key == "expires") {
        Text(key, value, entry.expires);
      } else {
        Fault(
            fmt::format("unknown key \"{}\"; known are subject, metric, "
                        "rule, claims, fingerprint, state, reason, owner, "
                        "expires",
                        key));
      }
    }
    Judge(entry);
  }

 private:
  void Fault(std::string what) {
    if (fault_.empty()) fault_ = std::move(what);
  }

  void Text(std::string_view key, simdjson::dom::element value,
            std::string& field) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
      Fault(
          fmt::format("\"{}\" is no string; write it in quotation marks", key));
      return;
    }
    field = text;
  }

  void Claims(simdjson::dom::element value, Accepted& entry) {
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) {
      Fault("\"claims\" is no array; write [{…}, {…}]");
      return;
    }
    for (simdjson::dom::element item : items) {
      simdjson::dom::object object;
      if (item.get(object) != simdjson::SUCCESS) {
        Fault("a claim is no object; write {\"document\": …}");
        return;
      }
      AcceptedClaim& claim = entry.claims.emplace_back();
      for (const auto& [key, field] : object) {
        std::string* const target = key == "document"    ? &claim.document
                                    : key == "sentence"  ? &claim.sentence
                                    : key == "value"     ? &claim.value
                                    : key == "low"       ? &claim.low
                                    : key == "high"      ? &claim.high
                                    : key == "unit"      ? &claim.unit
                                    : key == "quote"     ? &claim.quote
                                    : key == "text"      ? &claim.text
                                    : key == "language"  ? &claim.language
                                    : key == "published" ? &claim.published
                                                         : nullptr;
        if (target == nullptr) {
          Fault(fmt::format("unknown key \"{}\" of a claim", key));
        } else {
          Text(key, field, *target);
        }
      }
    }
    std::sort(entry.claims.begin(), entry.claims.end(), Before);
  }

  void Judge(const Accepted& entry) {
    if (entry.claims.empty() && entry.fingerprint.empty()) {
      Fault(
          "neither claims nor a fingerprint; write it with crosscheck "
          "baseline add");
    }
    const auto& states = AcceptedStates();
    if (std::find(states.begin(), states.end(), entry.state) == states.end()) {
      Fault(fmt::format("unknown state \"{}\"; use one of {}", entry.state,
                        fmt::join(states, ", ")));
    }
    if (!entry.expires.empty() && !ParseIsoDate(entry.expires)) {
      Fault(fmt::format("expires \"{}\" is no date; write one like 2026-01-28",
                        entry.expires));
    }
  }

  std::string& fault_;
};

}  // namespace

const std::vector<std::string_view>& AcceptedStates() {
  static const auto& states =
      *new std::vector<std::string_view>{"baseline",
                                         "accepted",
                                         "superseded",
                                         "attributed-dispute",
                                         "different-definition",
                                         "correction-issued",
                                         "false-positive-extraction",
                                         "false-positive-link"};
  return states;
}

bool IsDisposition(std::string_view state) {
  return state != "baseline" && state != "accepted";
}

std::string ClaimHash(std::string_view sentence) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer =
      icu::Normalizer2::getNFKCCasefoldInstance(error);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(sentence.data(), static_cast<int32_t>(sentence.size())));
  if (U_SUCCESS(error)) text = normalizer->normalize(text, error);
  icu::UnicodeString words;
  bool blank = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c)) {
      blank = !words.isEmpty();
      continue;
    }
    if (blank) words.append(u' ');
    blank = false;
    words.append(c);
  }
  std::string bytes;
  words.toUTF8String(bytes);
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

AcceptedMaker::AcceptedMaker(const Report& report) : report_(report) {
  for (const ReportArticle& article : report.articles) {
    documents_.emplace(article.id, DocumentId(article));
  }
}

AcceptedClaim AcceptedMaker::MakeClaim(const ReportClaim& claim) const {
  AcceptedClaim side;
  const auto document = documents_.find(claim.article);
  side.document =
      document == documents_.end() ? claim.article : document->second;
  side.sentence = ClaimHash(claim.sentence);
  side.value = claim.value;
  side.low = claim.low;
  side.high = claim.high;
  side.unit = claim.unit;
  side.quote = claim.quote;
  side.text = claim.sentence;
  side.language = claim.language;
  side.published = claim.published;
  return side;
}

Accepted AcceptedMaker::Make(const Finding& finding) const {
  Accepted entry;
  entry.subject = finding.subject;
  entry.metric = finding.metric;
  entry.rule = finding.rule;
  for (const uint32_t claim : finding.claims) {
    entry.claims.push_back(MakeClaim(report_.claims[claim]));
  }
  std::sort(entry.claims.begin(), entry.claims.end(), Before);
  return entry;
}

std::string ToLine(const Accepted& entry) {
  JsonWriter json;
  json.BeginObject()
      .Member("subject", entry.subject)
      .Member("metric", entry.metric)
      .Member("rule", entry.rule);
  if (!entry.fingerprint.empty()) {
    json.Member("fingerprint", entry.fingerprint);
  }
  json.Key("claims").BeginArray();
  for (const AcceptedClaim& claim : entry.claims) {
    WriteClaim(claim, IsFalsePositive(entry.state), json);
  }
  json.EndArray().Member("state", entry.state);
  if (!entry.reason.empty()) json.Member("reason", entry.reason);
  if (!entry.owner.empty()) json.Member("owner", entry.owner);
  if (!entry.expires.empty()) json.Member("expires", entry.expires);
  return json.EndObject().Take();
}

std::string ToLines(const std::vector<Accepted>& entries) {
  std::vector<std::string> lines;
  for (const Accepted& entry : entries) lines.push_back(ToLine(entry));
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

absl::StatusOr<std::vector<Accepted>> ReadAccepted(std::string_view text,
                                                   std::string_view path) {
  constexpr size_t kMostFaults = 20;
  std::vector<Accepted> entries;
  std::vector<std::string> faults;
  simdjson::dom::parser parser;
  size_t number = 0;
  while (!text.empty() && faults.size() < kMostFaults) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
      line.remove_suffix(1);
    }
    if (line.empty() || line[0] == '#') continue;
    std::string fault;
    simdjson::dom::element root;
    if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
      fault = fmt::format("not JSON ({}); mend or remove the line",
                          simdjson::error_message(error));
    } else {
      Accepted entry;
      entry.where = fmt::format("{}:{}", path, number);
      LineReader(fault).Read(root, entry);
      if (fault.empty()) entries.push_back(std::move(entry));
    }
    if (!fault.empty()) {
      faults.push_back(fmt::format("{}:{}: {}", path, number, fault));
    }
  }
  if (!faults.empty()) {
    return absl::InvalidArgumentError(
        fmt::format("{}", fmt::join(faults, "\n")));
  }
  return entries;
}

}  // namespace crosscheck
