#include "reports/wording/phrasebook.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/ucurr.h>

#include <algorithm>

#include "reports/wording/figure_words.h"
#include "reports/wording/phrase_entry.h"

namespace crosscheck {

extern const PhraseLanguage kPhraseLanguages[];
extern const unsigned kPhraseLanguageCount;
extern const PhraseTerm kPhraseTerms[];  // sorted by id
extern const unsigned kPhraseTermCount;

namespace {

constexpr const char* kFormNames[] = {"zero", "one",  "two",
                                      "few",  "many", "other"};
// A number of each form in every language of CLDR that has the form: what
// names of units are asked with.
constexpr int kSamples[] = {0, 1, 2, 3, 11, 100};

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string Fill(std::string_view pattern, const Fillings& fillings) {
  std::string out;
  for (size_t at = 0; at < pattern.size();) {
    const size_t open = pattern.find('{', at);
    const size_t close =
        open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      out += pattern.substr(at);
      break;
    }
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto found = std::find_if(
        fillings.begin(), fillings.end(),
        [&](const auto& filling) { return filling.first == name; });
    out += found == fillings.end() ? pattern.substr(open, close + 1 - open)
                                   : found->second;
    at = close + 1;
  }
  return out;
}

struct Phrasebook::Icu {
  icu::Locale locale;
  std::unique_ptr<icu::PluralRules> plurals;
  std::vector<std::string> months;
  std::map<std::pair<std::string, int>, std::string> units;
  std::map<std::pair<std::string, int>, std::string> currencies;
};

Phrasebook::Phrasebook(std::string_view language)
    : icu_(std::make_unique<Icu>()) {
  const std::string_view base = language.substr(0, language.find('-'));
  for (size_t l = 0; l < kPhraseLanguageCount; ++l) {
    if (kPhraseLanguages[l].tag == base) language_ = l;
  }
  icu_->locale = icu::Locale(std::string(this->language()).c_str());
  UErrorCode status = U_ZERO_ERROR;
  icu_->plurals.reset(icu::PluralRules::forLocale(icu_->locale, status));
  const icu::DateFormatSymbols symbols(icu_->locale, status);
  int32_t count = 0;
  const icu::UnicodeString* names = symbols.getMonths(
      count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (int32_t m = 0; m < count; ++m) {
    names[m].toUTF8String(icu_->months.emplace_back());
  }
}

Phrasebook::~Phrasebook() = default;

std::string_view Phrasebook::language() const {
  return kPhraseLanguages[language_].tag;
}
std::string_view Phrasebook::direction() const {
  return kPhraseLanguages[language_].direction;
}

std::string_view Phrasebook::Say(Phrase phrase) const {
  return kPhraseLanguages[language_]
      .phrases[static_cast<size_t>(phrase)]
      .forms[kOther];
}

std::string Phrasebook::Say(Phrase phrase, const Fillings& fillings) const {
  return Fill(Say(phrase), fillings);
}

std::string_view Phrasebook::PatternFor(Phrase phrase,
                                        std::string_view number) const {
  const PhraseForms& forms =
      kPhraseLanguages[language_].phrases[static_cast<size_t>(phrase)];
  const std::string_view pattern = forms.forms[FormOf(number)];
  return pattern.empty() ? forms.forms[kOther] : pattern;
}

std::string Phrasebook::Count(Phrase phrase, uint64_t n) const {
  return Fill(PatternFor(phrase, std::to_string(n)), {{"n", GroupedDigits(n)}});
}

std::string Phrasebook::Count(Phrase phrase, std::string_view number) const {
  return Fill(PatternFor(phrase, number), {{"n", number}});
}

std::string_view Phrasebook::Term(std::string_view id) const {
  const PhraseTerm* end = kPhraseTerms + kPhraseTermCount;
  const PhraseTerm* found = std::lower_bound(
      kPhraseTerms, end, id, [](const PhraseTerm& term, std::string_view key) {
        return term.id < key;
      });
  if (found == end || found->id != id) return {};
  return found->names[language_];
}

std::string Phrasebook::TermOr(std::string_view prefix,
                               std::string_view id) const {
  const std::string_view name = Term(std::string(prefix).append(id));
  if (!name.empty()) return std::string(name);
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// CLDR's forms go by whole numbers of up to three digits here: a number with a
// fraction, and any the caller shortens to millions, takes the general form.
Phrasebook::PluralForm Phrasebook::FormOf(std::string_view number) const {
  constexpr size_t kMostDigits = 6;
  int32_t n = 0;
  if (number.empty() || !icu_->plurals) return kOther;
  const size_t skip = number.size() > kMostDigits ? number.size() - 6 : 0;
  for (char c : number.substr(skip)) {
    if (c < '0' || c > '9') return kOther;
    n = n * 10 + (c - '0');
  }
  // 1,000,003 counts as 3 does, but 1,000,001 not as 1.
  if (skip > 0) n += 1'000'000;
  std::string name;
  icu_->plurals->select(n).toUTF8String(name);
  for (int form = kZero; form < kOther; ++form) {
    if (name == kFormNames[form]) return static_cast<PluralForm>(form);
  }
  return kOther;
}

std::string Phrasebook::DateWords(std::string_view iso) const {
  // A time of day reads the same in every language.
  if (const size_t t = iso.find('T'); t != std::string_view::npos) {
    const std::string date = DateWords(iso.substr(0, t));
    std::string time(iso.substr(t + 1));
    const bool utc = !time.empty() && time.back() == 'Z';
    if (utc) time.replace(time.size() - 1, 1, " UTC");
    if (time.empty() || time[0] < '0' || time[0] > '9') return std::string(iso);
    return date.empty() ? time : date + std::string(Say(Phrase::kComma)) + time;
  }
  const bool is_day = iso.size() == 10, is_month = iso.size() == 7;
  if (!is_day && !is_month) return std::string(iso);
  for (size_t i = 0; i < iso.size(); ++i) {
    const bool digit = iso[i] >= '0' && iso[i] <= '9';
    if (i == 4 || i == 7 ? iso[i] != '-' : !digit) return std::string(iso);
  }
  const size_t month = (iso[5] - '0') * 10 + (iso[6] - '0');
  if (month < 1 || month > icu_->months.size()) return std::string(iso);
  const std::string& name = icu_->months[month - 1];
  if (is_month) {
    return Say(Phrase::kMonthWords,
               {{"month", name}, {"year", iso.substr(0, 4)}});
  }
  const std::string_view day = iso.substr(iso[8] == '0' ? 9 : 8);
  return Say(Phrase::kDateWords,
             {{"day", day}, {"month", name}, {"year", iso.substr(0, 4)}});
}

const std::string& Phrasebook::UnitName(const std::string& unit,
                                        std::string_view number) const {
  PluralForm form = FormOf(number);
  if (form == kTwo) form = kOther;  // the dual name stands without a number
  const auto [slot, is_new] =
      icu_->units.try_emplace(std::pair(unit, static_cast<int>(form)));
  std::string& name = slot->second;
  if (!is_new) return name;
  UErrorCode status = U_ZERO_ERROR;
  const auto measure = icu::MeasureUnit::forIdentifier(unit, status);
  if (U_FAILURE(status)) return name;
  const icu::UnicodeString text =
      icu::number::NumberFormatter::withLocale(icu_->locale)
          .unit(measure)
          .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME)
          .formatInt(kSamples[form], status)
          .toString(status);
  if (U_FAILURE(status)) return name;
  // The pattern without its number.
  icu::UnicodeString words;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) != U_DECIMAL_DIGIT_NUMBER) words.append(c);
  }
  words.trim().toUTF8String(name);
  return name;
}

const std::string& Phrasebook::CurrencyName(const std::string& code,
                                            std::string_view number) const {
  PluralForm form = FormOf(number);
  if (form == kTwo) form = kOther;
  const auto [slot, is_new] =
      icu_->currencies.try_emplace(std::pair(code, static_cast<int>(form)));
  std::string& name = slot->second;
  if (!is_new) return name;
  name = code;
  if (Say(Phrase::kCurrencyStyle) == "code" || code.size() != 3 ||
      !std::all_of(code.begin(), code.end(), IsAsciiLetter)) {
    return name;
  }
  UErrorCode status = U_ZERO_ERROR;
  UBool is_choice = false;
  int32_t length = 0;
  const icu::UnicodeString iso = icu::UnicodeString::fromUTF8(code);
  const UChar* found = ucurr_getPluralName(
      icu::UnicodeString(iso).getTerminatedBuffer(), icu_->locale.getName(),
      &is_choice, kFormNames[form], &length, &status);
  if (U_FAILURE(status) || found == nullptr) return name;
  name.clear();
  icu::UnicodeString(found, length).toUTF8String(name);
  return name;
}

}  // namespace crosscheck
