#include "checker/quantity/nouns.h"

#include <algorithm>

#include "checker/quantity/time_parts.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// How far behind a number its noun may stand: "12 young North Korean sailors".
constexpr uint32_t kMaxNounReach = 8;
constexpr uint32_t kMaxNounTokens = 3;
// Bytes of a word besides an ending of Arabic that tells what it is.
constexpr size_t kLeastStem = 5;
// Bytes of a verb, or of what a joined preposition governs, besides the letter
// it begins or ends with.
constexpr size_t kLeastRest = 6;

}  // namespace

NounFinder::NounFinder(const Rulebook& rules, const NumberReader& numbers)
    : rules_(rules),
      words_(numbers.words()),
      plurals_(numbers.plurals()),
      signs_(numbers.signs()),
      part_of_rule_(rules.size()),
      is_head_noun_(rules.size()),
      prefixes_(rules),
      duals_(rules, prefixes_) {
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
    is_head_noun_[rule] = role == "head_noun";
  }
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

bool NounFinder::IsHeadNoun(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kNumbers))) {
    if (is_head_noun_[match.rule]) return true;
  }
  return false;
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
    // So are stories, emails and the users of Twitter.
    const std::string_view role = rules_.Attribute(match.rule, "role");
    if (role == "score" || role == "noun") continue;
    if ((match.proclitics & ~kCliticAnd) == 0) return true;
  }
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.proclitics == 0 && word.role != NumberRole::kHyphen) return true;
  }
  return false;
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

// "95 ألفا غادروا", "12 يشتبه": what they did or do.
bool NounFinder::IsVerb(const Document& document, uint32_t token) const {
  if (PartOf(document, token) == Part::kPlural) return false;  // "عضوا"
  return signs_.Show(document, token, WordSign::kVerb, kLeastRest - 2) ||
         (signs_.Show(document, token, WordSign::kPresent, kLeastRest) &&
          !signs_.Show(document, token, WordSign::kOwnLetter));
}

// "12 بتهمة" (on a charge of), "3 لمواجهة" (to face): not counted, unlike
// "12 بطاقة" (cards), which is a word of its own.
size_t NounFinder::GovernedBytes(const Document& document,
                                 uint32_t token) const {
  const size_t bytes =
      signs_.ShownBytes(document, token, WordSign::kGoverned, kLeastRest);
  const bool joined =
      bytes > 0 && !signs_.Show(document, token, WordSign::kOwnLetter);
  return joined ? bytes : 0;
}

// A name that stands alone, with nothing joined: "داعش", not "بحياة".
bool NounFinder::IsNamed(const Document& document, uint32_t token) const {
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document, token, KindBit(RuleKind::kEntities))) {
    if (match.proclitics == 0) return true;
  }
  return false;
}

// "الثلاثة", but not "آلاف", which only begins as an article does.
bool NounFinder::IsDefiniteNumber(const Document& document, uint32_t token,
                                  uint16_t clitics) const {
  for (const NumberWord& word : words_.At(document, token)) {
    if ((word.proclitics & ~clitics) == kCliticThe) return true;
  }
  return false;
}

// "الدول الكبرى", "المسلحين الفلسطينيين": is the definite word at `token` said
// of the definite plural before it?
bool NounFinder::IsAdjectiveOf(const Document& document, uint32_t noun,
                               uint32_t token) const {
  const bool plural = ShowsPlural(document, token);
  return prefixes_.BeginsDefinite(document, noun) &&
         prefixes_.BeginsDefinite(document, token) &&
         ShowsPlural(document, noun) && !IsStop(document, noun) &&
         (PartOf(document, token) == Part::kAdjective ||
          signs_.Show(document, token, WordSign::kRelative, 1) ||
          (!plural && signs_.Show(document, token, WordSign::kFeminine)));
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
  bool found = false, any = false, only_plural = false, joined = false;
  bool quoted = false, before_noun = false;
  const bool one = value == Decimal(1);
  for (uint32_t t = at; OnLine(document, t) && t - at < kMaxNounReach; ++t) {
    const Token& token = document.tokens[t];
    // "two gnarly, contentious issues", "four liberal and three conservative
    // justices"
    if (shows_plurals && t > at && !found && !one &&
        JoinsAdjectives(document, t) && OnLine(document, t + 1) &&
        AreAdjectives(document, any ? first_word : at, t)) {
      joined = true;
      continue;
    }
    if (token.kind == TokenKind::kPunct) {
      const std::string_view mark = document.Folded(t);
      // The quotation marks of "the other 'national security' advisers", the
      // hyphen of "vice-presidents".
      if (mark == "\"" && !found && (!any || quoted) &&
          (shows_plurals || value < Decimal(kFirstBareYear))) {
        quoted = !quoted;
        continue;
      }
      // "vice-presidents", and "mail-in ballots" with a function word
      if (mark == "-" && token.glued && IsGlued(document, t + 1)) {
        if (!found && shows_plurals && IsStop(document, t + 1)) ++t;
        continue;
      }
      break;
    }
    // "two 110-story buildings", "three two-term governors"
    if (const uint32_t last = EndOfNumbered(document, t);
        shows_plurals && !found && last != 0) {
      t = last;
      continue;
    }
    // "210 of the state's 415 delegates"; "new COVID-19 cases"
    if (token.kind == TokenKind::kDigits && !found && (t > at || behind_of) &&
        (behind_of || joined ||
         (token.glued && IsText(document, t - 1, "-") &&
          document.tokens[t - 1].glued))) {
      continue;
    }
    if (token.kind != TokenKind::kWord) break;
    // "two full-time clerks", "three back-to-back columns"; not "20
    // first-graders"
    if (shows_plurals && !found && !one && !behind_of && IsStop(document, t)) {
      const uint32_t last = EndOfCompound(document, t);
      if (last != 0 && !plurals_.IsPlural(document, last)) {
        t = last;
        continue;
      }
    }
    const Part part = PartOf(document, t);
    if (part == Part::kSkip) continue;
    if (part == Part::kAnaphor) {
      if (any) break;
      noun.head_token = noun.first_token = t;
      noun.limit_token = t + 1;
      noun.anaphor = true;
      return noun;
    }
    const bool said =
        !found && !one && shows_plurals && IsPluralOfSpeech(document, t);
    if (joined && !found && JoinsAdjectives(document, t - 1) &&
        words_.First(
            document, t,
            {NumberRole::kUnit, NumberRole::kTeen, NumberRole::kTen})) {
      continue;
    }
    // "one point on which", "one thing"
    const bool one_stop = one && !behind_of && IsStop(document, t);
    if ((part != Part::kPlural || one_stop) && !said && IsStop(document, t)) {
      // "12 of the men", "12 of his men"; but "11 of which hit" counts them.
      if (behind_of && !any && t == at) {
        only_plural = true;
        continue;
      }
      break;
    }
    if (any && prefixes_.BeginsJoined(document, t)) break;
    if (!any && !shows_plurals &&
        (prefixes_.IsGoverned(document, t) || GovernedBytes(document, t) > 0 ||
         IsJoinedNumber(document, t) || IsVerb(document, t) ||
         // "and", and not the first letter of وزراء
         (prefixes_.BeginsJoined(document, t) &&
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
    // "one party refuses": what it does; "one missing", "one or more cases"
    const bool plural = (part == Part::kPlural && !one_stop) || said ||
                        (plurals_.IsPlural(document, t) && (!one || behind_of));
    // "12 women leaders", "12 people hurt", but not "two chambers leaves".
    if (found && (!plural || (!before_noun && part != Part::kPlural))) break;
    if (plural) {
      head = t;
      found = true;
      // "three Times employees": a name
      before_noun = part == Part::kBeforeNoun || token.capital;
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
  if (only_plural && !one) return std::nullopt;
  // No plural: "one soldier", "zero evidence". A capital is a name, not a noun.
  if (one || value.IsZero()) {
    const auto singular = SingularHead(document, first_word);
    if (!singular) return std::nullopt;
    noun.first_token = *singular;
    noun.head_token = *singular;
    noun.limit_token = *singular + 1;
    return noun;
  }
  const Token& word = document.tokens[first_word];
  if (word.capital || IsAdjective(document, first_word)) {
    return std::nullopt;
  }
  // "12 drowned", "a 1,923 vote lead"; but "10 withdrew in May" is what they
  // did.
  const uint32_t next = first_word + 1;
  if (!IsHeadNoun(document, first_word) &&
      !signs_.Show(document, first_word, WordSign::kNoun) &&
      (!MayGoOn(document, next) || document.tokens[next].capital ||
       IsAdjective(document, next))) {
    return std::nullopt;
  }
  noun.head_token = first_word;
  noun.limit_token = first_word + 1;
  return noun;
}

// A word known as a plural, or one that ends as plurals do.
bool NounFinder::ShowsPlural(const Document& document, uint32_t token) const {
  return PartOf(document, token, kCliticBy | kCliticFor | kCliticAnd) ==
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
  uint32_t noun = first_token - 2;
  if (!prefixes_.IsArticle(document, first_token - 1, /*joined=*/false) ||
      !IsWord(document, noun) || !prefixes_.BeginsDefinite(document, noun)) {
    return std::nullopt;
  }
  // "الدول الأوروبية الـ55": not the adjective.
  if (noun > 0 && OnLine(document, noun) && IsWord(document, noun - 1) &&
      IsAdjectiveOf(document, noun - 1, noun)) {
    --noun;
  }
  if (ShowsPlural(document, noun)) {
    return CountedNoun{noun, noun + 1, noun, false};
  }
  // "دول الاتحاد الأوروبي الـ27": the states are so many.
  for (uint32_t back = 1; back <= 2 && back <= noun; ++back) {
    const uint32_t head = noun - back;
    if (!OnLine(document, head + 1) || !IsWord(document, head)) break;
    if (PartOf(document, head, kCliticBy | kCliticFor | kCliticAnd) ==
            Part::kBrokenPlural &&
        !prefixes_.BeginsDefinite(document, head)) {
      return CountedNoun{head, head + 1, head, false};
    }
  }
  return std::nullopt;
}

// Definite order: the noun first, "الأجيال الثلاثة".
std::optional<CountedNoun> NounFinder::Before(const Document& document,
                                              uint32_t first_token) const {
  const Token& number = document.tokens[first_token];
  if (first_token == 0 || number.starts_line || number.reading_count == 0) {
    return std::nullopt;
  }
  bool vague = false;
  for (const NumberWord& word : words_.At(document, first_token)) {
    vague = vague || word.role == NumberRole::kVague ||
            word.role == NumberRole::kVagueScale;
  }
  if (!IsDefiniteNumber(document, first_token) ||
      !IsWord(document, first_token - 1) || IsStop(document, first_token - 1) ||
      prefixes_.BeginsJoined(document, first_token - 1)) {
    return std::nullopt;
  }
  uint32_t noun = first_token - 1;
  // "الدول الكبرى الست": not the adjective.
  if (noun > 0 && OnLine(document, noun) && IsWord(document, noun - 1) &&
      IsAdjectiveOf(document, noun - 1, noun)) {
    --noun;
  }
  // "دول الساحل الخمس": not the Sahel, its states are five.
  if (noun > 0 && OnLine(document, noun) && IsWord(document, noun - 1) &&
      !ShowsPlural(document, noun) &&
      PartOf(document, noun - 1, kCliticBy | kCliticFor | kCliticAnd) ==
          Part::kBrokenPlural &&
      !prefixes_.BeginsDefinite(document, noun - 1)) {
    return CountedNoun{noun - 1, noun, noun - 1, false};
  }
  // "ظهر الاثنان": a verb before the two; "مقتل العشرات" tells what befell
  // them.
  if (vague &&
      (prefixes_.BeginsDefinite(document, noun) || IsNamed(document, noun) ||
       signs_.Show(document, noun, WordSign::kPresent))) {
    return std::nullopt;
  }
  // "أجزائه", "أولادها": whose they are makes a noun definite.
  if (!vague && !prefixes_.BeginsDefinite(document, noun) &&
      !signs_.Show(document, noun, WordSign::kPronoun, kLeastStem)) {
    return std::nullopt;
  }
  return CountedNoun{noun, noun + 1, noun, false};
}

// "مناطق عدة", as against "عدة مناطق".
bool NounFinder::IsBehindPlural(const Document& document,
                                uint32_t token) const {
  return !prefixes_.BeginsDefinite(document, token - 1) &&
         ShowsPlural(document, token - 1);
}

// Is the word at `token` an adjective of the noun before it?
bool NounFinder::IsOfNounBefore(const Document& document,
                                uint32_t token) const {
  if (token == 0 || !OnLine(document, token) || !IsWord(document, token - 1) ||
      !signs_.Show(document, token, WordSign::kRelative) ||
      prefixes_.BeginsJoined(document, token) ||
      duals_.EndsAsDual(document, token) || IsStop(document, token - 1) ||
      IsVerb(document, token - 1)) {
    return false;
  }
  const bool relative = signs_.Show(document, token - 1, WordSign::kRelative);
  // "إصابة جندي واحد": a noun of its own.
  if (signs_.Show(document, token, WordSign::kNoun) && !relative) return false;
  return relative || signs_.Show(document, token - 1, WordSign::kFeminine) ||
         ShowsPlural(document, token - 1);
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
    follows = follows ||
              (style == "after_noun" &&
               (word.value == Decimal(1) ||
                duals_.EndsAsDual(document, first_token - 1))) ||
              (style == "either_side" &&
               (IsBehindPlural(document, first_token) ||
                // "بوحدات عسكرية عدة"
                (first_token > 1 && OnLine(document, first_token - 1) &&
                 signs_.Show(document, first_token - 1, WordSign::kRelative) &&
                 IsBehindPlural(document, first_token - 1))));
  }
  if (!follows || (IsStop(document, first_token - 1) &&
                   PartOf(document, first_token - 1) != Part::kPlural)) {
    return std::nullopt;
  }
  uint32_t noun = first_token - 1;
  // "في العالم وأحد المواهب", "يأخذون واحدا"
  if (IsVerb(document, noun)) return std::nullopt;
  if (prefixes_.BeginsDefinite(document, noun) &&
      !IsDefiniteNumber(document, first_token)) {
    return std::nullopt;
  }
  // "رؤية سياسية واحدة", "مستشفى ميداني عسكري واحد": not the adjectives.
  while (IsOfNounBefore(document, noun)) --noun;
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
        !IsBound(document, at + 1)) {
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
  // "الدول الـ19 بمنطقة اليورو"
  if (auto before = BeforeDigits(document, first_token)) return before;
  const bool definite =
      IsWord(document, at) && prefixes_.BeginsDefinite(document, at) &&
      !signs_.Show(document, at, WordSign::kOwnLetter);  // "بالغا", an adult
  if (numbered) return std::nullopt;
  // "وأحد المواهب" is one of them; a one that counts stands behind its noun.
  if (value == Decimal(1) && limit_token == first_token + 1) {
    for (const NumberWord& word : words_.At(document, first_token)) {
      if (rules_.Attribute(word.rule, "style") == "after_noun") {
        return std::nullopt;
      }
    }
  }
  // What digits count is never definite, but for "of" before it; and "الأربعة
  // الأوائل" are the first four.
  if (definite && PartOf(document, at) != Part::kAnaphor &&
      (IsDigits(document, limit_token - 1) ||
       IsDefiniteNumber(document, first_token,
                        kCliticAnd | kCliticBy | kCliticFor))) {
    return std::nullopt;
  }
  return After(document, at, value, false);
}

}  // namespace crosscheck
