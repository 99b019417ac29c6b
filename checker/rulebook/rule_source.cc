#include "checker/rulebook/rule_source.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <tuple>
#include <unordered_map>

#include "checker/model/decimal.h"
#include "checker/rulebook/fold_table.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxFileBytes = 32u << 20;

// Marks that do not show: they would make two forms that look alike differ.
bool IsInvisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0xFEFF ||
         c == 0x00AD;
}

bool IsIdPart(std::string_view part) {
  return !part.empty() &&
         std::all_of(part.begin(), part.end(), [](unsigned char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-';
         });
}

class FileReader {
 public:
  FileReader(std::string_view path, std::string_view text)
      : path_(path), text_(text) {}

  RuleSources Read() {
    ReadAll();
    // Characters are looked at before rules.
    std::stable_sort(out_.faults.begin(), out_.faults.end(),
                     [](const RuleFault& a, const RuleFault& b) {
                       return std::tie(a.line, a.column) <
                              std::tie(b.line, b.column);
                     });
    return std::move(out_);
  }

 private:
  void ReadAll() {
    const std::filesystem::path file{path_};
    language_ = file.parent_path().filename().string();
    // "metrics.sport.yaml" holds metrics, as "metrics.yaml" does.
    const std::string stem = file.stem().string();
    const std::string name = stem.substr(0, stem.find('.'));
    const std::optional<RuleKind> kind = KindOfFile(name);
    if (!kind) {
      std::vector<std::string_view> known;
      for (int k = 0; k < kRuleKindCount; ++k) {
        known.push_back(ToString(static_cast<RuleKind>(k)));
      }
      Fault(1, 1,
            fmt::format("no such kind of rules as \"{}\"{}", name,
                        DidYouMean(name, known)));
      return;
    }
    kind_ = *kind;
    if (text_.size() > kMaxFileBytes) {
      Fault(1, 1, "file too large; split it");
      return;
    }
    CheckCharacters();
    try {
      const YAML::Node root = YAML::Load(std::string(text_));
      if (root.IsNull()) return;
      if (!root.IsSequence()) {
        Fault(root.Mark(),
              "a rule file is a list; start each rule with \"- id:\"");
        return;
      }
      for (const YAML::Node& node : root) ReadRule(node);
    } catch (const YAML::Exception& e) {
      Fault(e.mark, fmt::format("not YAML: {}; mend the syntax", e.msg));
    }
  }

  void Fault(int line, int column, std::string message) {
    out_.faults.push_back({path_, line, column, std::move(message)});
  }
  void Fault(const YAML::Mark& mark, std::string message) {
    Fault(mark.line + 1, ColumnOf(mark), std::move(message));
  }

  // YAML counts the bytes of a line, an editor its characters.
  int ColumnOf(const YAML::Mark& mark) const {
    const auto line = static_cast<size_t>(mark.line);
    if (mark.is_null() || line >= line_begins_.size()) return mark.column + 1;
    const std::string_view before =
        text_.substr(line_begins_[line], static_cast<size_t>(mark.column));
    return 1 + static_cast<int>(std::count_if(
                   before.begin(), before.end(),
                   [](unsigned char c) { return (c & 0xC0) != 0x80; }));
  }

  static std::string DidYouMean(std::string_view word,
                                const std::vector<std::string_view>& known) {
    const std::string_view near = NearestWord(word, known);
    return near.empty() ? std::string("; see rules/README.md")
                        : fmt::format("; did you mean \"{}\"?", near);
  }

  // Invisible marks anywhere but in the fold file, which must name them (it
  // does so by code point, never as such).
  void CheckCharacters() {
    int line = 1, column = 1;
    for (size_t at = 0; at < text_.size();) {
      const auto [c, length] = DecodeUtf8(text_, at);
      if (c == 0xFFFD && length == 1) {
        Fault(line, column, "not UTF-8; save the file as UTF-8");
        return;
      }
      if (IsInvisible(c) && !(c == 0xFEFF && at == 0)) {
        Fault(line, column,
              fmt::format("invisible character U+{:04X}; delete it",
                          static_cast<uint32_t>(c)));
      }
      at += length;
      ++column;
      if (c == '\n') {
        ++line;
        column = 1;
        line_begins_.push_back(at);
      }
    }
  }

  std::string Scalar(const YAML::Node& node, std::string_view key) {
    if (node.IsScalar()) {
      std::string text = node.Scalar();
      while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
        text.pop_back();
      }
      return text;
    }
    Fault(node.Mark(), fmt::format("\"{}\" must be a text; quote it", key));
    return "";
  }

  // A scalar, or a list of scalars joined by newlines.
  std::string Value(const YAML::Node& node, std::string_view key) {
    if (!node.IsSequence()) return Scalar(node, key);
    std::string joined;
    for (const YAML::Node& item : node) {
      const std::string text = Scalar(item, key);
      if (item.IsScalar() && text.empty()) {
        Fault(item.Mark(),
              fmt::format("an empty item of \"{}\"; delete it", key));
      }
      if (text.find('\n') != std::string::npos) {
        Fault(item.Mark(), "an item of a list is one line; split it");
      }
      if (!joined.empty()) joined += '\n';
      joined += text;
    }
    return joined;
  }

  void ReadExamples(const YAML::Node& node, bool negative, SourceRule& rule) {
    const char* key = negative ? "not" : "examples";
    if (!node.IsSequence()) {
      Fault(node.Mark(), fmt::format("\"{}\" must be a list of texts; start "
                                     "each with \"- text:\"",
                                     key));
      return;
    }
    static const std::vector<std::string_view> kKnown = {"text", "reads", "why",
                                                         "lang", "published"};
    for (const YAML::Node& item : node) {
      if (!item.IsMap()) {
        Fault(item.Mark(),
              fmt::format("each of \"{}\" needs a \"text:\"", key));
        continue;
      }
      SourceExample example;
      example.negative = negative;
      for (const auto& pair : item) {
        const std::string name = Scalar(pair.first, "key");
        const std::string value = Scalar(pair.second, name);
        if (name == "text") {
          example.text = value;
        } else if (name == "reads") {
          example.reads = value;
        } else if (name == "why") {
          example.why = value;
        } else if (name == "lang") {
          example.language = value;
        } else if (name == "published") {
          example.published = value;
        } else {
          Fault(pair.first.Mark(), fmt::format("unknown key \"{}\"{}", name,
                                               DidYouMean(name, kKnown)));
        }
      }
      if (example.text.empty()) {
        Fault(item.Mark(), "an example without \"text\"; write one");
      } else if (!negative && example.reads.empty()) {
        Fault(item.Mark(),
              "an example without \"reads\"; say what it must "
              "read as");
      } else {
        rule.examples.push_back(std::move(example));
      }
    }
  }

  void CheckId(const YAML::Mark& mark, const std::string& id) {
    const KindFacts& facts = FactsOf(kind_);
    const std::string prefix = fmt::format("{}.{}.", language_, facts.noun);
    if (id.rfind(prefix, 0) != 0) {
      Fault(mark, fmt::format("id \"{}\" must start with \"{}\"; rename it", id,
                              prefix));
      return;
    }
    for (size_t at = prefix.size(); at <= id.size();) {
      const size_t dot = std::min(id.find('.', at), id.size());
      if (!IsIdPart(std::string_view(id).substr(at, dot - at))) {
        Fault(mark, fmt::format("id \"{}\": use lower-case letters, digits, "
                                "\"_\", \"-\" and dots",
                                id));
        return;
      }
      at = dot + 1;
    }
  }

  void ReadRule(const YAML::Node& node) {
    if (!node.IsMap()) {
      Fault(node.Mark(), "a rule is a mapping; start it with \"- id:\"");
      return;
    }
    const KindFacts& facts = FactsOf(kind_);
    std::vector<std::string_view> known = {
        "id", "means", "forms", "source", "examples", "not", "retired"};
    known.insert(known.end(), facts.keys.begin(), facts.keys.end());
    SourceRule rule;
    rule.kind = kind_;
    rule.language = language_;
    rule.path = path_;
    rule.line = node.Mark().line + 1;
    rule.column = node.Mark().column + 1;
    const size_t faults_before = out_.faults.size();
    for (const auto& pair : node) {
      const std::string key = Scalar(pair.first, "key");
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        Fault(pair.first.Mark(),
              fmt::format("unknown key \"{}\"{}", key, DidYouMean(key, known)));
      } else if (key == "id") {
        rule.id = Scalar(pair.second, key);
        CheckId(pair.second.Mark(), rule.id);
      } else if (key == "means") {
        rule.means = Scalar(pair.second, key);
      } else if (key == "retired") {
        rule.retired = Scalar(pair.second, key);
      } else if (key == "examples" || key == "not") {
        ReadExamples(pair.second, key == "not", rule);
      } else {
        std::string value = Value(pair.second, key);
        if (key == "forms") CheckForms(pair.second, value);
        if (IsNumber(key) && !Decimal::Parse(value)) {
          Fault(
              pair.second.Mark(),
              fmt::format("\"{}\" is no number: \"{}\"; write one like 0.3048",
                          key, value));
        }
        if (key != "source") {
          rule.attributes.emplace_back(key, std::move(value));
        }
      }
    }
    if (rule.id.empty()) {
      Fault(node.Mark(), "a rule without \"id\"; name it");
    }
    if (out_.faults.size() == faults_before) {
      out_.rules.push_back(std::move(rule));
    }
  }

  static bool IsNumber(std::string_view key) {
    return key == "factor" || key == "offset" || key == "points" ||
           key == "limit_words" || key == "reach";
  }

  void CheckForms(const YAML::Node& node, const std::string& value) {
    std::istringstream lines(value);
    std::map<std::string, int> seen;
    for (std::string form; std::getline(lines, form);) {
      if (form.empty()) {
        Fault(node.Mark(), "an empty form; delete it");
      } else if (form.size() > 200) {
        Fault(node.Mark(), "a form of over 200 bytes; shorten it");
      } else if (++seen[form] == 2) {
        Fault(node.Mark(), fmt::format("form \"{}\" twice; delete one", form));
      }
    }
  }

  std::string path_;
  std::string_view text_;
  std::vector<size_t> line_begins_{0};  // as far as the text is UTF-8
  std::string language_;
  RuleKind kind_ = RuleKind::kNumbers;
  RuleSources out_;
};

}  // namespace

std::string ToString(const RuleFault& fault) {
  return fmt::format("{}:{}:{}: {}", fault.path, fault.line, fault.column,
                     fault.message);
}

RuleSources ReadRuleFile(std::string_view path, std::string_view text) {
  return FileReader(path, text).Read();
}

RuleSources ReadRuleFolder(const std::string& folder) {
  namespace fs = std::filesystem;
  RuleSources all;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end;
       !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".yaml") paths.push_back(it->path().string());
  }
  if (error || paths.empty()) {
    all.faults.push_back({folder, 1, 1,
                          error ? error.message() + "; name a readable folder"
                                : "no rule files (<language>/<kind>.yaml) "
                                  "here; name another folder"});
    return all;
  }
  std::sort(paths.begin(), paths.end());
  std::unordered_map<std::string, std::string> where;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)),
                     std::istreambuf_iterator<char>());
    if (!in) {
      all.faults.push_back({path, 1, 1, "cannot be read; check its rights"});
      continue;
    }
    RuleSources one = ReadRuleFile(path, text);
    for (RuleFault& fault : one.faults) all.faults.push_back(std::move(fault));
    for (SourceRule& rule : one.rules) {
      const std::string place = fmt::format("{}:{}", rule.path, rule.line);
      const auto [known, is_new] = where.emplace(rule.id, place);
      if (!is_new) {
        all.faults.push_back(
            {rule.path, rule.line, rule.column,
             fmt::format("id \"{}\" is taken by {}; rename one", rule.id,
                         known->second)});
        continue;
      }
      all.rules.push_back(std::move(rule));
    }
  }
  return all;
}

std::vector<RuleFault> CheckRoles(const Rulebook& known,
                                  const std::vector<SourceRule>& rules) {
  std::vector<RuleFault> faults;
  for (const SourceRule& rule : rules) {
    const auto role =
        std::find_if(rule.attributes.begin(), rule.attributes.end(),
                     [](const auto& it) { return it.first == "role"; });
    if (role == rule.attributes.end()) continue;
    std::vector<std::string_view> roles;
    for (uint32_t r : known.OfKind(rule.kind)) {
      const std::string_view one = known.Attribute(r, "role");
      if (!one.empty()) roles.push_back(one);
    }
    if (roles.empty() ||
        std::find(roles.begin(), roles.end(), role->second) != roles.end()) {
      continue;
    }
    const std::string_view near = NearestWord(role->second, roles);
    faults.push_back(
        {rule.path, rule.line, rule.column,
         fmt::format("role \"{}\" is none of {}{}", role->second,
                     FactsOf(rule.kind).file,
                     near.empty()
                         ? std::string("; see the rules that are there")
                         : fmt::format("; did you mean \"{}\"?", near))});
  }
  return faults;
}

std::vector<SourceRule> MergeRules(std::vector<SourceRule> base,
                                   std::vector<SourceRule> over) {
  std::unordered_map<std::string, size_t> place;
  for (size_t i = 0; i < base.size(); ++i) place[base[i].id] = i;
  for (SourceRule& rule : over) {
    const auto known = place.find(rule.id);
    if (known != place.end()) {
      base[known->second] = std::move(rule);
    } else {
      base.push_back(std::move(rule));
    }
  }
  return base;
}

std::vector<SourceRule> SourcesOf(const Rulebook& rules) {
  std::vector<SourceRule> out(rules.size());
  for (uint32_t r = 0; r < rules.size(); ++r) {
    SourceRule& rule = out[r];
    rule.id = rules.Id(r);
    rule.means = rules.Means(r);
    rule.kind = rules.Kind(r);
    rule.language = rules.Language(r) == kShared
                        ? "shared"
                        : std::string(rules.languages()[rules.Language(r)]);
    rule.path = "built-in";
    for (const auto& [key, value] : rules.Attributes(r)) {
      rule.attributes.emplace_back(key, value);
    }
  }
  for (const RuleExample& example : rules.Examples()) {
    out[example.rule].examples.push_back(
        {example.negative, std::string(example.text),
         std::string(example.reads), std::string(example.why),
         std::string(example.language), std::string(example.published)});
  }
  return out;
}

std::string_view NearestWord(std::string_view word,
                             const std::vector<std::string_view>& known) {
  std::string_view best;
  size_t best_distance = std::max<size_t>(2, word.size() / 3) + 1;
  for (std::string_view candidate : known) {
    std::vector<size_t> row(candidate.size() + 1);
    for (size_t j = 0; j <= candidate.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= word.size(); ++i) {
      size_t diagonal = row[0];
      row[0] = i;
      for (size_t j = 1; j <= candidate.size(); ++j) {
        const size_t changed = diagonal + (word[i - 1] != candidate[j - 1]);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace crosscheck
