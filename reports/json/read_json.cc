#include <simdjson.h>

#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "fmt/format.h"
#include "reports/json/json_report.h"

namespace crosscheck {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kSchema = "crosscheck.run/1";
constexpr std::string_view kSaveAgain =
    "save the run again with crosscheck check --format json";

// Where the text stops being JSON. simdjson says only that it does; nlohmann
// knows the byte, so it reads a faulty file a second time.
class FaultFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(int64_t) override { return true; }
  bool number_unsigned(uint64_t) override { return true; }
  bool number_float(double, const std::string&) override { return true; }
  bool string(std::string&) override { return true; }
  bool binary(nlohmann::json::binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(std::string&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception&) override {
    at = position > 0 ? position - 1 : 0;
    found = true;
    return false;
  }

  std::size_t at = 0;
  bool found = false;
};

absl::Status NotJson(std::string_view text, std::string_view path,
                     simdjson::error_code error) {
  std::string what = simdjson::error_message(error);
  while (!what.empty() && (what.back() == '.' || what.back() == ' ')) {
    what.pop_back();
  }
  FaultFinder fault;
  nlohmann::json::sax_parse(text.begin(), text.end(), &fault);
  if (!fault.found) {
    return absl::InvalidArgumentError(
        fmt::format("{}: not JSON ({}); {}", path, what, kSaveAgain));
  }
  std::string_view before = text.substr(0, fault.at);
  size_t line = 1 + std::count(before.begin(), before.end(), '\n');
  size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  size_t column = 1;
  for (char c : before.substr(line_start)) {
    if ((static_cast<uint8_t>(c) & 0xc0) != 0x80) ++column;
  }
  if (fault.at >= text.size()) {
    return absl::InvalidArgumentError(
        fmt::format("{}:{}:{}: the file ends before the run does; {}", path,
                    line, column, kSaveAgain));
  }
  return absl::InvalidArgumentError(fmt::format(
      "{}:{}:{}: not JSON from here on; {}", path, line, column, kSaveAgain));
}

std::string_view TypeName(element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
      return "an array";
    case simdjson::dom::element_type::OBJECT:
      return "an object";
    case simdjson::dom::element_type::STRING:
      return "a string";
    case simdjson::dom::element_type::BOOL:
      return "a truth value";
    case simdjson::dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

// The first thing wrong, with its place; everything after it is passed over.
class Faults {
 public:
  explicit Faults(std::string_view path) : path_(path) {}

  void Add(std::string_view where, std::string_view what) {
    if (message_.empty())
      message_ = fmt::format("{}: {}: {}", path_, where, what);
  }
  bool None() const { return message_.empty(); }
  absl::Status ToStatus() const { return absl::InvalidArgumentError(message_); }

 private:
  std::string_view path_;
  std::string message_;
};

enum class Need { kMayBeAbsent, kMustBeThere };

// The members of one object; `where` is its place ("claims[2]").
class Members {
 public:
  Members(object members, std::string where, Faults& faults)
      : members_(members), where_(std::move(where)), faults_(faults) {}

  std::string Where(std::string_view key) const {
    return where_.empty() ? std::string(key)
                          : fmt::format("{}.{}", where_, key);
  }

  // null counts as absent.
  std::optional<element> Find(std::string_view key,
                              Need need = Need::kMayBeAbsent) {
    element value;
    if (members_.at_key(key).get(value) == simdjson::SUCCESS &&
        !value.is_null()) {
      return value;
    }
    if (need == Need::kMustBeThere) {
      faults_.Add(Where(key), fmt::format("missing; {}", kSaveAgain));
    }
    return std::nullopt;
  }

  void Read(std::string_view key, std::string& field,
            Need need = Need::kMayBeAbsent) {
    std::optional<element> value = Find(key, need);
    if (!value) return;
    std::string_view text;
    if (value->get(text) != simdjson::SUCCESS) {
      Mismatch(key, *value, "a string");
    } else {
      field = text;
    }
  }

  void Read(std::string_view key, bool& field) {
    std::optional<element> value = Find(key);
    if (value && value->get(field) != simdjson::SUCCESS) {
      Mismatch(key, *value, "true or false");
    }
  }

  void Read(std::string_view key, uint64_t& field) {
    std::optional<element> value = Find(key);
    if (value && value->get(field) != simdjson::SUCCESS) {
      Mismatch(key, *value, "a whole number from 0");
    }
  }

  void Read(std::string_view key, uint32_t& field) {
    uint64_t wide = field;
    Read(key, wide);
    if (wide > std::numeric_limits<uint32_t>::max()) {
      faults_.Add(Where(key), fmt::format("{} is out of range; articles are "
                                          "smaller than 4 GiB",
                                          wide));
      return;
    }
    field = static_cast<uint32_t>(wide);
  }

  void ReadPair(std::string_view key, uint32_t& first, uint32_t& second) {
    std::optional<element> value = Find(key);
    if (!value) return;
    array items;
    uint64_t a = 0, b = 0;
    if (value->get(items) != simdjson::SUCCESS || items.size() != 2 ||
        items.at(0).get(a) != simdjson::SUCCESS ||
        items.at(1).get(b) != simdjson::SUCCESS ||
        std::max(a, b) > std::numeric_limits<uint32_t>::max()) {
      Mismatch(key, *value, "an array of two columns");
      return;
    }
    first = static_cast<uint32_t>(a);
    second = static_cast<uint32_t>(b);
  }

  void Read(std::string_view key, std::vector<std::string>& field) {
    std::optional<element> value = Find(key);
    if (!value) return;
    array texts;
    if (value->get(texts) != simdjson::SUCCESS) {
      Mismatch(key, *value, "an array of strings");
      return;
    }
    for (element item : texts) {
      std::string_view text;
      if (item.get(text) != simdjson::SUCCESS) {
        Mismatch(key, item, "an array of strings");
        return;
      }
      field.emplace_back(text);
    }
  }

  // Reads the name of one of an enumeration's `count` values, as ToString
  // writes it.
  template <typename Enum>
  void ReadName(std::string_view key, std::string_view noun, int count,
                Enum& field, Need need) {
    if (!Find(key, need)) return;
    std::string name;
    Read(key, name);
    std::string names;
    for (int i = 0; i < count; ++i) {
      std::string_view known = ToString(static_cast<Enum>(i));
      if (known == name) {
        field = static_cast<Enum>(i);
        return;
      }
      names += names.empty() ? "" : ", ";
      names += known;
    }
    faults_.Add(Where(key), fmt::format("\"{}\" is no {}; use one of {}", name,
                                        noun, names));
  }

  // Calls `read` with the Members of the object at `key`, if there is one.
  template <typename ReadObject>
  void ReadObjectAt(std::string_view key, ReadObject read) {
    std::optional<element> value = Find(key);
    if (!value) return;
    object inner;
    if (value->get(inner) != simdjson::SUCCESS) {
      Mismatch(key, *value, "an object");
      return;
    }
    Members members(inner, Where(key), faults_);
    read(members, inner);
  }

  // Calls `read` with the Members of every object of the array at `key`.
  template <typename ReadItem>
  void ReadObjects(std::string_view key, Need need, ReadItem read) {
    std::optional<element> value = Find(key, need);
    if (!value) return;
    array items;
    if (value->get(items) != simdjson::SUCCESS) {
      Mismatch(key, *value, "an array");
      return;
    }
    size_t index = 0;
    for (element item : items) {
      std::string where = fmt::format("{}[{}]", Where(key), index++);
      object inner;
      if (item.get(inner) != simdjson::SUCCESS) {
        faults_.Add(where, fmt::format("{} where an object belongs; {}",
                                       TypeName(item), kSaveAgain));
        return;
      }
      Members members(inner, std::move(where), faults_);
      read(members);
      if (!faults_.None()) return;
    }
  }

  void Mismatch(std::string_view key, element value, std::string_view wanted) {
    faults_.Add(Where(key), fmt::format("{} where {} belongs; {}",
                                        TypeName(value), wanted, kSaveAgain));
  }

 private:
  object members_;
  std::string where_;
  Faults& faults_;
};

ReportArticle ReadArticle(Members& from) {
  ReportArticle a;
  from.Read("id", a.id, Need::kMustBeThere);
  from.Read("path", a.path);
  from.Read("outlet", a.outlet);
  from.Read("url", a.url);
  from.Read("language", a.language);
  from.Read("published", a.published);
  from.Read("title", a.title);
  from.Read("copy_of", a.copy_of);
  from.Read("text", a.text);
  from.ReadObjects("skipped", Need::kMayBeAbsent, [&](Members& skip) {
    ReportSkip& read = a.skipped.emplace_back();
    skip.Read("begin", read.begin);
    skip.Read("end", read.end);
    skip.Read("reason", read.reason);
  });
  from.Read("record_line", a.record_line);
  from.Read("is_new", a.is_new);
  return a;
}

ReportClaim ReadClaim(Members& from) {
  ReportClaim c;
  from.Read("id", c.id, Need::kMustBeThere);
  from.Read("article", c.article);
  from.Read("outlet", c.outlet);
  from.Read("published", c.published);
  from.Read("field", c.field);
  from.Read("quote", c.quote, Need::kMustBeThere);
  from.Read("begin_byte", c.begin_byte);
  from.Read("end_byte", c.end_byte);
  from.Read("line", c.line);
  from.Read("column", c.column);
  from.Read("sentence", c.sentence, Need::kMustBeThere);
  from.Read("sentence_begin_byte", c.sentence_begin_byte);
  from.Read("sentence_end_byte", c.sentence_end_byte);
  if (from.Find("quote_in_sentence")) {
    from.Read("quote_in_sentence", c.quote_in_sentence);
  } else {
    size_t at = c.sentence.find(c.quote);
    c.quote_in_sentence = at == std::string::npos ? 0 : at;
  }
  from.Read("begin_in_text", c.begin_in_text);
  from.Read("end_in_text", c.end_in_text);
  from.Read("kind", c.kind);
  from.Read("value", c.value);
  from.Read("low", c.low);
  from.Read("high", c.high);
  from.Read("low_included", c.low_included);
  from.Read("high_included", c.high_included);
  from.Read("unit", c.unit);
  from.Read("unit_candidates", c.unit_candidates);
  from.Read("modality", c.modality);
  from.Read("subject", c.subject);
  from.Read("subject_surface", c.subject_surface);
  from.Read("metric", c.metric);
  from.Read("metric_known", c.metric_known);
  from.Read("qualifiers", c.qualifiers);
  from.ReadObjectAt("when", [&](Members& when, object) {
    when.Read("first", c.when_first);
    when.Read("last", c.when_last);
    when.Read("basis", c.when_basis);
  });
  from.Read("speaker", c.speaker);
  from.Read("planned", c.planned);
  from.Read("negated", c.negated);
  from.Read("rules", c.rules);
  from.Read("doubt", c.doubt);
  from.Read("language", c.language);
  from.Read("end_line", c.end_line);
  from.Read("end_column", c.end_column);
  from.ReadPair("utf16_columns", c.utf16_column, c.utf16_end_column);
  from.ReadPair("byte_columns", c.byte_column, c.byte_end_column);
  return c;
}

using ClaimIndex = absl::flat_hash_map<std::string, uint32_t>;

Finding ReadFinding(Members& from, const ClaimIndex& claims, Faults& faults) {
  Finding f;
  from.Read("id", f.id, Need::kMustBeThere);
  from.Read("fingerprint", f.fingerprint);
  from.Read("rule", f.rule);
  from.ReadName("verdict", "verdict", 5, f.verdict, Need::kMustBeThere);
  from.ReadName("level", "level", 4, f.level, Need::kMustBeThere);
  from.ReadName("severity", "severity", 4, f.severity, Need::kMustBeThere);
  from.Read("subject", f.subject);
  from.Read("metric", f.metric);
  from.Find("claims", Need::kMustBeThere);
  std::vector<std::string> ids;
  from.Read("claims", ids);
  for (const std::string& id : ids) {
    auto claim = claims.find(id);
    if (claim == claims.end()) {
      faults.Add(from.Where("claims"),
                 fmt::format("no claim has the id \"{}\"; {}", id, kSaveAgain));
      break;
    }
    f.claims.push_back(claim->second);
  }
  from.Read("clash_count", f.clash_count);
  if (f.clash_count > f.claims.size()) {
    faults.Add(from.Where("clash_count"),
               fmt::format("{} of {} claims cannot clash; {}", f.clash_count,
                           f.claims.size(), kSaveAgain));
  }
  from.Read("message", f.message);
  from.Read("explanation", f.explanation);
  from.ReadObjectAt("gap", [&](Members& gap, object) {
    gap.Read("ratio", f.gap.ratio);
    gap.Read("absolute", f.gap.absolute);
    gap.Read("unit", f.gap.unit);
  });
  from.Read("likely_slip", f.likely_slip);
  from.ReadName("state", "state", 4, f.state, Need::kMayBeAbsent);
  from.ReadObjectAt("disposition", [&](Members& said, object) {
    said.Read("kind", f.disposition.kind, Need::kMustBeThere);
    said.Read("reason", f.disposition.reason);
    said.Read("owner", f.disposition.owner);
    said.Read("where", f.disposition.where);
    said.Read("in_source", f.disposition.in_source);
  });
  return f;
}

Coverage ReadCoverage(Members& from) {
  Coverage coverage;
  from.Read("figures", coverage.figures);
  from.Read("claims", coverage.claims);
  from.Read("linked", coverage.linked);
  from.Read("compared", coverage.compared);
  from.Read("agreeing", coverage.agreeing);
  from.ReadObjectAt("skipped", [&](Members& skipped, object reasons) {
    for (auto [reason, count] : reasons) {
      skipped.Read(reason, coverage.skipped[std::string(reason)]);
    }
  });
  return coverage;
}

void ReadSchema(Members& run, Faults& faults) {
  std::string schema;
  run.Read("schema", schema, Need::kMustBeThere);
  if (schema.empty() || schema == kSchema) return;
  bool other_version = schema.rfind("crosscheck.run/", 0) == 0;
  faults.Add("schema",
             fmt::format("\"{}\" where \"{}\" is read; {}", schema, kSchema,
                         other_version ? "use the crosscheck that saved it"
                                       : kSaveAgain));
}

Report ReadReport(Members& run, Faults& faults) {
  Report report;
  ReadSchema(run, faults);
  run.ReadObjectAt("tool", [&](Members& tool, object) {
    tool.Read("version", report.tool_version);
    tool.Read("rules_digest", report.rules_digest);
  });
  run.ReadObjects("articles", Need::kMayBeAbsent, [&](Members& from) {
    report.articles.push_back(ReadArticle(from));
  });
  ClaimIndex index;
  run.ReadObjects("claims", Need::kMayBeAbsent, [&](Members& from) {
    ReportClaim claim = ReadClaim(from);
    if (!index.emplace(claim.id, report.claims.size()).second) {
      faults.Add(from.Where("id"), fmt::format("\"{}\" is the id of an earlier "
                                               "claim too; {}",
                                               claim.id, kSaveAgain));
    }
    report.claims.push_back(std::move(claim));
  });
  run.ReadObjects("findings", Need::kMustBeThere, [&](Members& from) {
    report.findings.push_back(ReadFinding(from, index, faults));
  });
  run.ReadObjectAt("coverage", [&](Members& from, object) {
    report.coverage = ReadCoverage(from);
  });
  run.ReadObjects("problems", Need::kMayBeAbsent, [&](Members& from) {
    Problem problem;
    from.Read("path", problem.path);
    from.Read("message", problem.message);
    report.problems.push_back(std::move(problem));
  });
  run.Read("against", report.against);
  run.ReadObjects("resolved", Need::kMayBeAbsent, [&](Members& from) {
    ResolvedFinding resolved;
    from.Read("fingerprint", resolved.fingerprint);
    from.Read("rule", resolved.rule);
    from.Read("message", resolved.message);
    from.Read("where", resolved.where);
    report.resolved.push_back(std::move(resolved));
  });
  return report;
}

}  // namespace

absl::StatusOr<Report> FromJson(std::string_view text, std::string_view path) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  simdjson::error_code error = parser.parse(text.data(), text.size()).get(root);
  if (error != simdjson::SUCCESS) return NotJson(text, path, error);

  Faults faults(path);
  object members;
  if (root.get(members) != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(fmt::format(
        "{}: {} where a run belongs; {}", path, TypeName(root), kSaveAgain));
  }
  Members run(members, "", faults);
  Report report = ReadReport(run, faults);
  if (!faults.None()) return faults.ToStatus();
  return report;
}

}  // namespace crosscheck
