#include "checker/text/clitics.h"

#include <algorithm>

namespace crosscheck {
namespace {

uint16_t BitOf(std::string_view meaning) {
  if (meaning == "and") return kCliticAnd;
  if (meaning == "then") return kCliticThen;
  if (meaning == "by") return kCliticBy;
  if (meaning == "for") return kCliticFor;
  if (meaning == "as") return kCliticAs;
  if (meaning == "the") return kCliticThe;
  if (meaning == "possessive") return kCliticPossessive;
  return kCliticOther;
}

size_t Letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

void Add(const Lexicon& lexicon, std::string_view stem, size_t prefix,
         size_t suffix, uint16_t bits, KnownWord& word) {
  if (word.reading_count >= word.readings.size()) return;
  const WordId id = lexicon.Find(stem);
  if (id == 0) return;
  word.starts |= static_cast<uint32_t>(lexicon.KindsStartingWith(id));
  word.readings[word.reading_count++] = {id, static_cast<uint8_t>(prefix),
                                         static_cast<uint8_t>(suffix), bits};
}

}  // namespace

CliticTable::CliticTable(const Rulebook& rules, uint8_t language) {
  std::vector<Affix> befores, afters;
  for (uint32_t rule : rules.OfKind(RuleKind::kClitics)) {
    if (rules.Language(rule) != language) continue;
    Affix affix;
    std::string_view means = rules.Means(rule);
    while (!means.empty()) {
      const size_t end = std::min(means.find(' '), means.size());
      affix.bits |= BitOf(means.substr(0, end));
      means.remove_prefix(std::min(end + 1, means.size()));
    }
    const std::string_view keep = rules.Attribute(rule, "keep");
    if (!keep.empty()) affix.keep_letters = keep[0] - '0';
    const bool before = rules.Attribute(rule, "place") != "after";
    for (std::string_view form : rules.Forms(rule)) {
      affix.text = rules.fold().Fold(form);
      (before ? befores : afters).push_back(affix);
    }
  }
  const auto by_length = [](const Affix& a, const Affix& b) {
    return a.text.size() != b.text.size() ? a.text.size() < b.text.size()
                                          : a.text < b.text;
  };
  std::sort(befores.begin(), befores.end(), by_length);
  std::sort(afters.begin(), afters.end(), by_length);
  for (const Affix& affix : befores) {
    if (affix.text.size() > 1) {
      before_[static_cast<unsigned char>(affix.text[1])].push_back(affix);
      continue;
    }
    for (auto& affixes : before_) affixes.push_back(affix);
  }
  for (const Affix& affix : afters) {
    if (affix.text.empty()) continue;
    after_[static_cast<unsigned char>(affix.text.back())].push_back(affix);
  }
}

void CliticTable::LookUp(const Lexicon& lexicon, TokenKind kind,
                         KnownWord& word) const {
  const std::string_view text = word.text;
  word.letters = static_cast<uint8_t>(std::min<size_t>(Letters(text), 255));
  Add(lexicon, text, 0, 0, 0, word);
  if (kind != TokenKind::kWord || text.size() < 2) return;
  for (const Affix& affix : before_[static_cast<unsigned char>(text[1])]) {
    if (!text.starts_with(affix.text)) continue;
    const std::string_view rest = text.substr(affix.text.size());
    if (Letters(rest) < affix.keep_letters) continue;
    Add(lexicon, rest, affix.text.size(), 0, affix.bits, word);
  }
  for (const Affix& affix : after_[static_cast<unsigned char>(text.back())]) {
    if (!text.ends_with(affix.text)) continue;
    const std::string_view rest =
        text.substr(0, text.size() - affix.text.size());
    if (Letters(rest) < affix.keep_letters) continue;
    Add(lexicon, rest, 0, affix.text.size(), affix.bits, word);
  }
}

}  // namespace crosscheck
