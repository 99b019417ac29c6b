#include "checker/intake/language.h"

#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

// CLD2's headers use std names without including them.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "checker/intake/article_text.h"

namespace crosscheck {
namespace {

constexpr size_t kLookedAt = 4096;
constexpr size_t kBeginning = 600;
constexpr int kNoDoubt = 97;  // hundredths of the text in one language

// The script most letters are in; USCRIPT_INVALID_CODE: there are none.
UScriptCode MostUsedScript(std::string_view text) {
  std::map<UScriptCode, int> letters;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(text.data(), at, size, c);
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED &&
        script != USCRIPT_UNKNOWN) {
      ++letters[script];
    }
  }
  UScriptCode most = USCRIPT_INVALID_CODE;
  int count = 0;
  for (const auto& [script, n] : letters) {
    if (n > count) {
      most = script;
      count = n;
    }
  }
  return most;
}

std::string LikelyLanguage(std::string_view text) {
  const UScriptCode most = MostUsedScript(text);
  if (most == USCRIPT_INVALID_CODE) return "";
  const std::string unknown = std::string("und_") + uscript_getShortName(most);
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_addLikelySubtags(unknown.c_str(), likely.data(), likely.size(), &error);
  uloc_getLanguage(likely.data(), language.data(), language.size(), &error);
  if (U_FAILURE(error)) return "";
  return language.data();
}

}  // namespace

namespace {

struct Detected {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;  // where reliable
  int percent = 0;                                   // of the text
};

Detected Detect(std::string_view text) {
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                          CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0, valid_bytes = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true,
      &hints, /*flags=*/0, languages, percents, scores, nullptr, &text_bytes,
      &reliable, &valid_bytes);
  if (!reliable) return {};
  return {found, found == languages[0] ? percents[0] : 0};
}

}  // namespace

std::string DetectLanguage(std::string_view text) {
  text = text.substr(0, CutPlace(text, kLookedAt));
  // Detection costs as much as reading figures does, so where the beginning
  // leaves no doubt no more is looked at.
  Detected found;
  const size_t blank = text.substr(0, kBeginning).rfind(' ');
  if (text.size() > kBeginning && blank != std::string_view::npos) {
    found = Detect(text.substr(0, blank));
  }
  if (found.percent < kNoDoubt) found = Detect(text);
  if (found.language != CLD2::UNKNOWN_LANGUAGE) {
    return CLD2::LanguageCode(found.language);
  }
  return LikelyLanguage(text);
}

bool MayBeWrittenIn(const std::string& language, std::string_view text) {
  const UScriptCode most =
      MostUsedScript(text.substr(0, CutPlace(text, kLookedAt)));
  if (most == USCRIPT_INVALID_CODE) return true;
  std::array<UScriptCode, 8> scripts{};
  UErrorCode error = U_ZERO_ERROR;
  const int count =
      uscript_getCode(language.c_str(), scripts.data(), scripts.size(), &error);
  if (U_FAILURE(error) || count <= 0) return true;
  return std::find(scripts.begin(), scripts.begin() + count, most) !=
         scripts.begin() + count;
}

}  // namespace crosscheck
