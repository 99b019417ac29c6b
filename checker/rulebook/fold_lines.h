#ifndef CROSSCHECK_CHECKER_RULEBOOK_FOLD_LINES_H_
#define CROSSCHECK_CHECKER_RULEBOOK_FOLD_LINES_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crosscheck {

// One side of a fold item: "U+0629" or the character itself.
std::optional<char32_t> ReadFoldCharacter(std::string_view text);
// "A B" -> {A, replacement text}; "U+00A0 U+0020".
std::optional<std::pair<char32_t, std::string>> ReadFoldPair(
    std::string_view line);
// "U+064B..U+0652" or "U+0640" -> {first, last}.
std::optional<std::pair<char32_t, char32_t>> ReadFoldRange(
    std::string_view line);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_FOLD_LINES_H_
