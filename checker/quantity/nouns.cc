#include "checker/quantity/nouns.h"

#include <algorithm>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// How far behind a number its noun may stand: "12 young North Korean sailors".
constexpr uint32_t kMaxNounReach = 6;
constexpr uint32_t kMaxNounTokens = 3;
// Bytes of a word besides an ending of Arabic that tells what it is.
constexpr size_t kLeastStem = 5;

}  // namespace

NounFinder::NounFinder(const Rulebook& rules, const NumberReader& numbers)
    : rules_(rules),
      words_(numbers.words()),
      plurals_(numbers.plurals()),
      signs_(numbers.signs()),
      part_of_rule_(rules.size()) {
  for (uint32_t rule : rules.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules.Attribute(rule, "role");
    if (role == "noun_skip") part_of_rule_[rule] = Part::kSkip;
    if (role == "plural" || role == "counted" || role == "counted_person") {
      part_of_rule_[rule] = Part::kPlural;
    }
    if (role == "anaphor") part_of_rule_[rule] = Part::kAnaphor;
    if (role == "ordinal_head") part_of_rule_[rule] = Part::kOrdinalHead;
    if (role == "numbered_head") part_of_rule_[rule] = Part::kNumberedHead;
    if (role == "broken_plural") part_of_rule_[rule] = Part::kBrokenPlural;
    if (role == "plural_before_noun") part_of_rule_[rule] = Part::kBeforeNoun;
    if (role == "adjective") part_of_rule_[rule] = Part::kAdjective;
    if (role == "verbal_noun") part_of_rule_[rule] = Part::kVerbalNoun;
  }
  AddPrefixes();
  AddDuals();
}

void NounFinder::AddPrefixes() {
  std::vector<std::string> articles;
  for (uint32_t rule : rules_.OfKind(RuleKind::kClitics)) {
    if (rules_.Means(rule) != "the") continue;
    for (std::string_view form : rules_.Forms(rule)) {
      articles.push_back(rules_.fold().Fold(form));
    }
  }
  for (uint32_t rule : rules_.OfKind(RuleKind::kClitics)) {
    if (rules_.Attribute(rule, "place") == "after") continue;
    const std::string_view means = rules_.Means(rule);
    for (std::string_view form : rules_.Forms(rule)) {
      Prefix prefix;
      prefix.text = rules_.fold().Fold(form);
      prefix.definite = means.ends_with("the");
      prefix.cut_bytes = static_cast<uint32_t>(prefix.text.size());
      for (const std::string& article : articles) {
        if (prefix.text.ends_with(article)) {
          prefix.cut_bytes -= static_cast<uint32_t>(article.size());
        }
      }
      if (means == "and") and_prefixes_.push_back(prefix.text);
      if (means == "for the") for_the_prefixes_.push_back(prefix.text);
      prefixes_.push_back(std::move(prefix));
    }
  }
  std::sort(
      prefixes_.begin(), prefixes_.end(), [](const Prefix& a, const Prefix& b) {
        return a.text.size() != b.text.size() ? a.text.size() > b.text.size()
                                              : a.text < b.text;
      });
}

// From the singulars and the endings all duals; what the ending changes in
// the word ("ة" to "ت") is in its `joins`.
void NounFinder::AddDuals() {
  struct Ending {
    std::string text, from, to;
    bool certain = false;
  };
  std::vector<Ending> endings;
  for (uint32_t rule : rules_.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules_.Attribute(rule, "role");
    if (role != "dual_ending" && role != "dual_or_plural_ending") continue;
    std::string_view joins = rules_.Attribute(rule, "joins");
    Ending ending;
    if (const size_t blank = joins.find(' '); blank != joins.npos) {
      ending.from = rules_.fold().Fold(joins.substr(0, blank));
      ending.to = rules_.fold().Fold(joins.substr(blank + 1));
    }
    ending.certain = role == "dual_ending";
    for (std::string_view form : rules_.Forms(rule)) {
      ending.text = rules_.fold().Fold(form);
      endings.push_back(ending);
      dual_endings_.push_back(ending.text);
      ends_dual_[static_cast<unsigned char>(ending.text.back())] = true;
    }
  }
  for (uint32_t rule : rules_.OfKind(RuleKind::kNumbers)) {
    const std::string_view role = rules_.Attribute(rule, "role");
    const bool broken = role == "counted";
    if (!broken && role != "counted_person") continue;
    for (std::string_view form : rules_.Forms(rule)) {
      const std::string word = rules_.fold().Fold(form);
      for (const Ending& ending : endings) {
        std::string stem = word;
        const bool changes =
            !ending.from.empty() && stem.ends_with(ending.from);
        if (changes) {
          stem.resize(stem.size() - ending.from.size());
          stem += ending.to;
        }
        // A regular plural ends as the oblique dual does, unless the word is
        // one whose dual keeps a letter the plural loses.
        if (!broken && !ending.certain && !changes) continue;
        duals_.emplace(stem + ending.text, Singular{rule, word});
      }
    }
  }
}

std::optional<DualNoun> NounFinder::DualAt(const Document& document,
                                           uint32_t token) const {
  if (duals_.empty() || !IsWord(document, token)) return std::nullopt;
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic || t.end - t.begin < 8) return std::nullopt;
  const std::string_view word = document.Folded(token);
  if (!ends_dual_[static_cast<unsigned char>(word.back())]) return std::nullopt;
  if (!EndsAsDual(document, token)) return std::nullopt;
  std::string key(word);
  if (const auto at = duals_.find(key); at != duals_.end()) {
    return DualNoun{at->second.rule, at->second.word, 0, false};
  }
  for (const Prefix& prefix : prefixes_) {
    if (!word.starts_with(prefix.text)) continue;
    key = word.substr(prefix.text.size());
    if (const auto at = duals_.find(key); at != duals_.end()) {
      return DualNoun{at->second.rule, at->second.word, prefix.cut_bytes,
                      prefix.definite};
    }
  }
  return std::nullopt;
}

NounFinder::Part NounFinder::PartOf(const Document& document, uint32_t token,
                                    uint16_t clitics) const {
  if (!Starts(document, token, KindBit(RuleKind::kNumbers))) {
    return Part::kNone;
  }
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (match.limit_token == token + 1 &&
        (match.proclitics & ~(kCliticThe | clitics)) == 0 &&
        part_of_rule_[match.rule] != Part::kNone) {
      return part_of_rule_[match.rule];
    }
  }
  return Part::kNone;
}

bool NounFinder::IsStop(const Document& document, uint32_t token) const {
  constexpr uint64_t kStops =
      KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kSpeech) |
      KindBit(RuleKind::kRanges) | KindBit(RuleKind::kModality);
  if (!Starts(document, token, kStops | KindBit(RuleKind::kNumbers))) {
    return false;
  }
  // "128 US imports": a word of two capitals is a name.
  const Token& t = document.tokens[token];
  if (t.all_capitals && t.capital && t.script == Script::kLatin &&
      t.end - t.begin == 2) {
    return false;
  }
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, token, kStops)) {
    // "641 votes": the words of contests are counted too.
    if (rules_.Attribute(match.rule, "role") == "score") continue;
    if ((match.proclitics & ~kCliticAnd) == 0) return true;
  }
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.proclitics == 0 && word.role != NumberRole::kHyphen) return true;
  }
  return false;
}

// Does the word begin with a joined "and"? It opens something else then.
bool NounFinder::BeginsJoined(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : and_prefixes_) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + 6) continue;
    // A word of its own that happens to begin so is in the lexicon whole.
    const bool whole = t.reading_count > 0 && t.readings[0].prefix_bytes == 0 &&
                       t.readings[0].suffix_bytes == 0;
    if (!whole) return true;
  }
  return false;
}

// "28 لنيمار", "17 للفريق": behind a joined preposition stands whose they are
// or what for, not what is counted. A word of its own that happens to begin so
// is in the lexicon whole.
bool NounFinder::IsGoverned(const Document& document, uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  for (const std::string& prefix : for_the_prefixes_) {
    if (word.starts_with(prefix) && word.size() > prefix.size()) return true;
  }
  if (t.reading_count == 0 || t.readings[0].prefix_bytes == 0) return false;
  constexpr uint16_t kPrepositions = kCliticBy | kCliticFor | kCliticAs;
  for (int r = 0; r < t.reading_count; ++r) {
    if ((t.readings[r].proclitics & kPrepositions) == 0) return false;
  }
  return true;
}

// "اثنتين وثلاثة": another number, joined.
bool NounFinder::IsJoinedNumber(const Document& document,
                                uint32_t token) const {
  for (const NumberWord& word : words_.At(document, token)) {
    if ((word.proclitics & kCliticAnd) != 0) return true;
  }
  return false;
}

// "unfenced", "hardest": said of something, and nothing counted itself.
bool NounFinder::EndsAsAdjective(const Document& document,
                                 uint32_t token) const {
  return PartOf(document, token) != Part::kVerbalNoun &&
         signs_.Show(document, token, WordSign::kAdjective, 1) &&
         !signs_.Show(document, token, WordSign::kNoun);
}

// "18 states", "12 claims": plurals that are verbs of saying elsewhere.
bool NounFinder::IsPluralOfSpeech(const Document& document,
                                  uint32_t token) const {
  return Starts(document, token, KindBit(RuleKind::kSpeech)) &&
         !Starts(document, token,
                 KindBit(RuleKind::kStopwords) | KindBit(RuleKind::kRanges) |
                     KindBit(RuleKind::kModality)) &&
         plurals_.IsPlural(document, token);
}

bool NounFinder::SkipOf(const Document& document, uint32_t& token) const {
  if (!OnLine(document, token)) return false;
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.role == NumberRole::kOf && word.proclitics == 0 &&
        OnLine(document, word.limit_token)) {
      token = word.limit_token;
      return true;
    }
  }
  return false;
}

std::optional<CountedNoun> NounFinder::After(const Document& document,
                                             uint32_t at, const Decimal& value,
                                             bool behind_of) const {
  const bool shows_plurals = plurals_.KnowsLanguage(document);
  CountedNoun noun;
  noun.first_token = at;
  uint32_t head = 0, first_word = 0;
  bool found = false, any = false, only_plural = false;
  bool quoted = false, before_noun = false;
  for (uint32_t t = at; OnLine(document, t) && t - at < kMaxNounReach; ++t) {
    const Token& token = document.tokens[t];
    if (token.kind == TokenKind::kPunct) {
      const std::string_view mark = document.Folded(t);
      // The quotation marks of "the other 'national security' advisers", the
      // hyphen of "vice-presidents".
      if (mark == "\"" && !found && (!any || quoted) &&
          (shows_plurals || value < Decimal(kFirstBareYear))) {
        quoted = !quoted;
        continue;
      }
      if (mark == "-" && token.glued && IsGlued(document, t + 1)) continue;
      break;
    }
    // "210 of the state's 415 delegates"
    if (token.kind == TokenKind::kDigits && behind_of && !found && t > at) {
      continue;
    }
    if (token.kind != TokenKind::kWord) break;
    const Part part = PartOf(document, t);
    if (part == Part::kSkip) continue;
    if (part == Part::kAnaphor) {
      if (any) break;
      noun.head_token = noun.first_token = t;
      noun.limit_token = t + 1;
      noun.anaphor = true;
      return noun;
    }
    const bool said = !found && !(value == Decimal(1)) && shows_plurals &&
                      IsPluralOfSpeech(document, t);
    if (part != Part::kPlural && !said && IsStop(document, t)) {
      // "12 of the men", "12 of his men"; but "11 of which hit" counts them.
      if (behind_of && !any && t == at) {
        only_plural = true;
        continue;
      }
      break;
    }
    if (any && BeginsJoined(document, t)) break;
    if (!any && !shows_plurals &&
        (IsGoverned(document, t) || IsJoinedNumber(document, t) ||
         // "95 ألفا غادروا": what they did.
         signs_.Show(document, t, WordSign::kVerb) ||
         // "and", and not the first letter of وزراء
         (BeginsJoined(document, t) &&
          !signs_.Show(document, t, WordSign::kOwnLetter)))) {
      break;
    }
    if (!any) {
      first_word = t;
      any = true;
    }
    if (!shows_plurals) {
      if (t - first_word + 1 >= kMaxNounTokens) {
        noun.limit_token = t + 1;
        break;
      }
      noun.limit_token = t + 1;
      continue;
    }
    const bool plural =
        part == Part::kPlural || said || plurals_.IsPlural(document, t);
    // "12 women leaders", "12 people hurt", but not "two chambers leaves".
    if (found && (!plural || (!before_noun && part != Part::kPlural))) break;
    if (plural) {
      head = t;
      found = true;
      before_noun = part == Part::kBeforeNoun;
    }
  }
  if (!any) return std::nullopt;
  noun.first_token = first_word;
  if (!shows_plurals) {
    noun.head_token = first_word;
    return noun;
  }
  if (found) {
    noun.head_token = head;
    noun.limit_token = head + 1;
    // The adjectives go with it.
    return noun;
  }
  if (only_plural && !(value == Decimal(1))) return std::nullopt;
  // No plural: "one soldier", "12 police". A capital is a name, not a noun.
  const Token& word = document.tokens[first_word];
  if (!(value == Decimal(1)) &&
      (word.capital || word.starts & KindBit(RuleKind::kTime))) {
    return std::nullopt;
  }
  // "from one honoring a leader"
  if (value == Decimal(1) && OnLine(document, first_word + 1) &&
      document.Folded(first_word).ends_with("ing")) {
    for (const NumberWord& article : words_.At(document, first_word + 1)) {
      if (article.role == NumberRole::kArticle ||
          article.role == NumberRole::kDefinite) {
        return std::nullopt;
      }
    }
  }
  // "one Trump supporter": a name, and then what it is said of.
  while (value == Decimal(1) && document.tokens[first_word].capital &&
         OnLine(document, first_word + 1) && IsWord(document, first_word + 1) &&
         !document.tokens[first_word + 1].capital &&
         !IsStop(document, first_word + 1) &&
         !EndsAsAdjective(document, first_word + 1) &&
         (PartOf(document, first_word + 1) == Part::kNone ||
          PartOf(document, first_word + 1) == Part::kVerbalNoun) &&
         !Starts(document, first_word + 1, KindBit(RuleKind::kTime))) {
    noun.first_token = ++first_word;
  }
  if (PartOf(document, first_word) == Part::kNone &&
      EndsAsAdjective(document, first_word)) {
    // "one unfenced section", but "the two agreed", "one based in the north".
    const uint32_t next = first_word + 1;
    if (!(value == Decimal(1)) || !OnLine(document, next) ||
        !IsWord(document, next) || document.tokens[next].capital ||
        IsStop(document, next) || EndsAsAdjective(document, next)) {
      return std::nullopt;
    }
    first_word = noun.first_token = next;
  }
  // "one great storm": the adjectives go with it.
  while (value == Decimal(1) &&
         PartOf(document, first_word) == Part::kAdjective &&
         OnLine(document, first_word + 1) && IsWord(document, first_word + 1) &&
         !IsStop(document, first_word + 1)) {
    ++first_word;
  }
  noun.head_token = first_word;
  noun.limit_token = first_word + 1;
  return noun;
}

// Does the word begin with a joined article?
bool NounFinder::BeginsDefinite(const Document& document,
                                uint32_t token) const {
  if (document.tokens[token].script != Script::kArabic) return false;
  const std::string_view word = document.Folded(token);
  return std::any_of(
      prefixes_.begin(), prefixes_.end(), [&](const Prefix& prefix) {
        return prefix.definite && word.size() > prefix.text.size() &&
               word.starts_with(prefix.text);
      });
}

// A word known as a plural, or one that ends as plurals do.
bool NounFinder::ShowsPlural(const Document& document, uint32_t token) const {
  return PartOf(document, token, kCliticBy | kCliticFor) ==
             Part::kBrokenPlural ||
         signs_.Show(document, token, WordSign::kPlural, kLeastStem);
}

// "القتلى الـ35": a number in digits with an article, behind what it counts.
std::optional<CountedNoun> NounFinder::BeforeDigits(
    const Document& document, uint32_t first_token) const {
  if (first_token < 2 || !OnLine(document, first_token) ||
      !OnLine(document, first_token - 1) || !IsDigits(document, first_token)) {
    return std::nullopt;
  }
  const std::string_view article = document.Folded(first_token - 1);
  const uint32_t noun = first_token - 2;
  if (std::none_of(prefixes_.begin(), prefixes_.end(),
                   [&](const Prefix& prefix) {
                     return prefix.definite && prefix.text == article;
                   }) ||
      !IsWord(document, noun) || !BeginsDefinite(document, noun) ||
      !ShowsPlural(document, noun)) {
    return std::nullopt;
  }
  return CountedNoun{noun, noun + 1, noun, false};
}

// Definite order: the noun first, "الأجيال الثلاثة".
std::optional<CountedNoun> NounFinder::Before(const Document& document,
                                              uint32_t first_token) const {
  const Token& number = document.tokens[first_token];
  if (first_token == 0 || number.starts_line || number.reading_count == 0) {
    return std::nullopt;
  }
  // Not of "آلاف", which only begins as an article does.
  bool definite = false, vague = false;
  for (const NumberWord& word : words_.At(document, first_token)) {
    definite = definite || word.proclitics == kCliticThe;
    vague = vague || word.role == NumberRole::kVague ||
            word.role == NumberRole::kVagueScale;
  }
  if (!definite || !IsWord(document, first_token - 1) ||
      IsStop(document, first_token - 1) ||
      BeginsJoined(document, first_token - 1)) {
    return std::nullopt;
  }
  const uint32_t noun = first_token - 1;
  // "دول الساحل الخمس": not the Sahel, its states are five.
  if (noun > 0 && OnLine(document, noun) && IsWord(document, noun - 1) &&
      !ShowsPlural(document, noun) &&
      PartOf(document, noun - 1, kCliticBy | kCliticFor | kCliticAnd) ==
          Part::kBrokenPlural &&
      !BeginsDefinite(document, noun - 1)) {
    return CountedNoun{noun - 1, noun, noun - 1, false};
  }
  // "ظهر الاثنان": a verb before the two; "مقتل العشرات" tells what befell
  // them.
  if (vague && signs_.Show(document, noun, WordSign::kPresent)) {
    return std::nullopt;
  }
  // "أجزائه", "أولادها": whose they are makes a noun definite.
  if (!vague && !BeginsDefinite(document, noun) &&
      !signs_.Show(document, noun, WordSign::kPronoun, kLeastStem)) {
    return std::nullopt;
  }
  return CountedNoun{noun, first_token, noun, false};
}

// "مناطق عدة", as against "عدة مناطق".
bool NounFinder::IsBehindPlural(const Document& document,
                                uint32_t token) const {
  return !BeginsDefinite(document, token - 1) &&
         ShowsPlural(document, token - 1);
}

bool NounFinder::EndsAsDual(const Document& document, uint32_t token) const {
  const std::string_view word = document.Folded(token);
  return std::any_of(dual_endings_.begin(), dual_endings_.end(),
                     [&](const std::string& e) { return word.ends_with(e); });
}

// "شخص واحد": ones and twos stand behind their noun.
std::optional<CountedNoun> NounFinder::CountedBefore(
    const Document& document, uint32_t first_token,
    uint32_t limit_token) const {
  // "شخص واحد على الأقل": what bounds it may follow.
  const bool one_word =
      limit_token == first_token + 1 ||
      Starts(document, first_token + 1, KindBit(RuleKind::kModality));
  if (first_token == 0 || !one_word || !OnLine(document, first_token) ||
      !IsWord(document, first_token - 1)) {
    return std::nullopt;
  }
  bool follows = false;
  for (const NumberWord& word : words_.At(document, first_token)) {
    if (word.proclitics != 0) continue;
    const std::string_view style = rules_.Attribute(word.rule, "style");
    follows =
        follows ||
        (style == "after_noun" &&
         (word.value == Decimal(1) || EndsAsDual(document, first_token - 1))) ||
        (style == "either_side" && IsBehindPlural(document, first_token));
  }
  if (!follows || (IsStop(document, first_token - 1) &&
                   PartOf(document, first_token - 1) != Part::kPlural)) {
    return std::nullopt;
  }
  uint32_t noun = first_token - 1;
  // "رؤية سياسية واحدة": not the adjective.
  if (noun > 0 && OnLine(document, noun) && IsWord(document, noun - 1) &&
      signs_.Show(document, noun, WordSign::kRelative) &&
      signs_.Show(document, noun - 1, WordSign::kFeminine) &&
      !IsStop(document, noun - 1)) {
    --noun;
  }
  return CountedNoun{noun, first_token, noun, false};
}

std::optional<CountedNoun> NounFinder::Find(const Document& document,
                                            uint32_t first_token,
                                            uint32_t limit_token,
                                            const Decimal& value) const {
  uint32_t at = limit_token;
  if (!OnLine(document, at)) {
    if (auto before = CountedBefore(document, first_token, limit_token)) {
      return before;
    }
    if (auto before = BeforeDigits(document, first_token)) return before;
    return Before(document, first_token);
  }
  // "12-person"
  if (IsText(document, at, "-") && document.tokens[at].glued) {
    // Not "10-to-12", "12-and-under".
    if (IsWord(document, at + 1) && document.tokens[at + 1].glued &&
        MatchPhrases(rules_.lexicon(), document, at + 1,
                     KindBit(RuleKind::kModality) | KindBit(RuleKind::kRanges))
            .empty()) {
      return CountedNoun{at + 1, at + 2, at + 1, false};
    }
    return std::nullopt;
  }
  const bool numbered = first_token > 0 && IsDigits(document, first_token) &&
                        OnLine(document, first_token) &&
                        PartOf(document, first_token - 1,
                               kCliticBy | kCliticFor) == Part::kNumberedHead;
  // "في الدقيقة 90 من المباراة": the ninetieth, not ninety of something.
  if (SkipOf(document, at)) {
    if (numbered) return std::nullopt;
    return After(document, at, value, true);
  }
  if (auto before = CountedBefore(document, first_token, limit_token)) {
    return before;
  }
  if (auto before = Before(document, first_token)) return before;
  const bool definite = IsWord(document, at) && BeginsDefinite(document, at);
  if (numbered) return std::nullopt;
  if (!IsWord(document, at) || definite || IsStop(document, at)) {
    if (auto before = BeforeDigits(document, first_token)) return before;
  }
  // What digits count is never definite, but for "of" before it.
  if (definite && IsDigits(document, limit_token - 1)) return std::nullopt;
  return After(document, at, value, false);
}

}  // namespace crosscheck
