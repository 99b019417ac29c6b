// Makes C++ tables from phrases.yaml and terms.yaml:
//   make_phrases PHRASES.yaml TERMS.yaml… OUT.h OUT.cc
// A phrase must be there in every language, with the same {names} in each and
// the plural forms CLDR gives that language, or in none.
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace {

constexpr std::array<const char*, 6> kForms = {"zero", "one",  "two",
                                               "few",  "many", "other"};

struct Language {
  std::string tag;
  std::string direction;
  std::set<std::string> forms;  // CLDR plural categories
};

int faults = 0;

void Fault(const std::string& path, const YAML::Node& node,
           const std::string& what) {
  std::cerr << path << ":" << node.Mark().line + 1 << ": " << what << "\n";
  ++faults;
}

std::set<std::string> FormsOf(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale(tag.c_str()), status));
  std::unique_ptr<icu::StringEnumeration> names(rules->getKeywords(status));
  std::set<std::string> out;
  while (const char* name = names->next(nullptr, status)) out.insert(name);
  return out;
}

// "{n} of {m}" -> {n, m}
std::set<std::string> NamesIn(const std::string& text) {
  std::set<std::string> out;
  for (size_t at = text.find('{'); at != std::string::npos;
       at = text.find('{', at + 1)) {
    out.insert(text.substr(at + 1, text.find('}', at) - at - 1));
  }
  return out;
}

std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

// "nav_findings" -> "kNavFindings"
std::string Enumerator(const std::string& id) {
  std::string out = "k";
  bool upper = true;
  for (char c : id) {
    if (c == '_') {
      upper = true;
      continue;
    }
    out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    upper = false;
  }
  return out;
}

using Wording = std::array<std::string, 6>;

Wording ReadWording(const std::string& path, const std::string& id,
                    const YAML::Node& node, const Language& language) {
  Wording out;
  if (node.IsScalar()) {
    out[5] = node.as<std::string>();
    return out;
  }
  for (size_t i = 0; i < kForms.size(); ++i) {
    const bool wanted = language.forms.count(kForms[i]) > 0;
    const YAML::Node form = node[kForms[i]];
    if (wanted != static_cast<bool>(form)) {
      Fault(path, node,
            fmt::format("{}.{}: plural form \"{}\" {}", id, language.tag,
                        kForms[i], wanted ? "is missing" : "is no form of it"));
    }
    if (form) out[i] = form.as<std::string>();
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  const std::string path = argv[1];
  const YAML::Node root = YAML::LoadFile(path);
  std::vector<Language> languages;
  for (const auto& item : root["languages"]) {
    const auto tag = item.first.as<std::string>();
    languages.push_back({tag, item.second.as<std::string>(), FormsOf(tag)});
  }
  std::vector<std::string> ids;
  std::vector<std::vector<Wording>> phrases;  // by phrase, language
  std::set<std::string> seen;
  for (const auto& item : root["phrases"]) {
    const auto id = item.first.as<std::string>();
    if (!seen.insert(id).second) Fault(path, item.first, id + ": twice");
    ids.push_back(id);
    auto& row = phrases.emplace_back();
    for (const Language& language : languages) {
      const YAML::Node node = item.second[language.tag];
      if (!node) {
        Fault(path, item.first,
              fmt::format("{}: no wording in {}", id, language.tag));
        continue;
      }
      row.push_back(ReadWording(path, id, node, language));
      if (NamesIn(row.back()[5]) != NamesIn(row[0][5])) {
        Fault(path, node,
              fmt::format("{}.{}: other names in braces than in {}", id,
                          language.tag, languages[0].tag));
      }
    }
  }
  std::map<std::string, std::vector<std::string>> terms;
  for (int file = 2; file < argc - 2; ++file) {
    for (const auto& item : YAML::LoadFile(argv[file])) {
      const auto id = item.first.as<std::string>();
      auto& names = terms[id];
      if (!names.empty()) Fault(argv[file], item.first, id + ": twice");
      for (const Language& language : languages) {
        const YAML::Node node = item.second[language.tag];
        names.push_back(node ? node.as<std::string>() : "");
      }
    }
  }
  if (faults > 0) return 1;

  std::ofstream header(argv[argc - 2]);
  header << "#ifndef CROSSCHECK_REPORTS_WORDING_PHRASE_TABLE_H_\n"
            "#define CROSSCHECK_REPORTS_WORDING_PHRASE_TABLE_H_\n\n"
            "// Made by make_phrases from phrases.yaml.\n"
            "#include <cstdint>\n\nnamespace crosscheck {\n\n"
            "enum class Phrase : uint16_t {\n";
  for (const std::string& id : ids) header << "  " << Enumerator(id) << ",\n";
  header << "};\n\n}  // namespace crosscheck\n\n#endif\n";

  std::ofstream table(argv[argc - 1]);
  table << "// Made by make_phrases from phrases.yaml and terms.yaml.\n"
           "#include \"reports/wording/phrase_entry.h\"\n\n"
           "namespace crosscheck {\n\n";
  for (size_t l = 0; l < languages.size(); ++l) {
    table << "static constexpr PhraseForms kPhrases" << l << "[] = {\n";
    for (const auto& row : phrases) {
      table << "  {{";
      for (const std::string& form : row[l]) table << Quoted(form) << ", ";
      table << "}},\n";
    }
    table << "};\n\n";
  }
  table << "extern constinit const PhraseLanguage kPhraseLanguages[] = {\n";
  for (size_t l = 0; l < languages.size(); ++l) {
    table << "  {" << Quoted(languages[l].tag) << ", "
          << Quoted(languages[l].direction) << ", kPhrases" << l << "},\n";
  }
  table << "};\nextern const unsigned kPhraseLanguageCount = "
        << languages.size() << ";\n\n";
  size_t index = 0;
  for (const auto& [id, names] : terms) {
    table << "static constexpr std::string_view kTerm" << index++ << "[] = {";
    for (const std::string& name : names) table << Quoted(name) << ", ";
    table << "};\n";
  }
  table << "extern constinit const PhraseTerm kPhraseTerms[] = {\n";
  index = 0;
  for (const auto& [id, names] : terms) {
    table << "  {" << Quoted(id) << ", kTerm" << index++ << "},\n";
  }
  table << "};\nextern const unsigned kPhraseTermCount = " << terms.size()
        << ";\n\n}  // namespace crosscheck\n";
  return 0;
}
