#ifndef CROSSCHECK_CHECKER_RULEBOOK_RULEBOOK_H_
#define CROSSCHECK_CHECKER_RULEBOOK_RULEBOOK_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/rulebook/fold_table.h"
#include "checker/rulebook/lexicon.h"
#include "checker/rulebook/rule_kind.h"

namespace crosscheck {

// An example of a rule file: `text` must read as `reads` (kind kExample), or
// must not be read by this rule (kNot; then `reads`, if given, is what it
// must read as instead). The grammar of `reads` is in rules/README.md.
struct RuleExample {
  uint32_t rule = 0;
  bool negative = false;
  std::string_view text;
  std::string_view reads;
  std::string_view why;
  std::string_view language;   // of the text; empty: the rule's own
  std::string_view published;  // publication day for relative dates
};

// All rules in force: those compiled into the program, plus those of --rules
// folders, which replace built-in ones by id. Everything a step knows about a
// language it reads here, once, when it is built.
//
// Invariant: rule indexes are dense, sorted by id; every id is unique.
// Ownership: views handed out live as long as the Rulebook. Thread-safe.
// Cost: opening the built-in rulebook maps tables, parses nothing.
//
//   Rulebook rules = *Rulebook::BuiltIn();
//   for (uint32_t r : rules.OfKind(RuleKind::kScales)) …
class Rulebook {
 public:
  // The rules embedded at build time.
  static absl::StatusOr<Rulebook> BuiltIn();
  // A rulebook from compiled bytes (CompileRules); takes them over.
  static absl::StatusOr<Rulebook> FromBytes(std::string bytes);

  uint32_t size() const { return static_cast<uint32_t>(rules_.size()); }
  std::string_view Id(uint32_t rule) const { return Text(rules_[rule].id); }
  std::string_view Means(uint32_t rule) const {
    return Text(rules_[rule].means);
  }
  RuleKind Kind(uint32_t rule) const {
    return static_cast<RuleKind>(rules_[rule].kind);
  }
  // Index into languages(), or kShared.
  uint8_t Language(uint32_t rule) const { return rules_[rule].language; }
  // The value of a key as written; list values have one item a line. Empty
  // when the rule does not carry the key.
  std::string_view Attribute(uint32_t rule, std::string_view key) const;
  // The items of a list value.
  std::vector<std::string_view> List(uint32_t rule, std::string_view key) const;
  // All keys with their values, in file order.
  std::vector<std::pair<std::string_view, std::string_view>> Attributes(
      uint32_t rule) const;
  // The forms as written in the rule file.
  std::vector<std::string_view> Forms(uint32_t rule) const;
  // The lexicon's words of each form, for kinds whose forms are words; of a
  // kind that matches by stem, those of the stems. Parsed when built.
  class FormWords {
   public:
    explicit FormWords(std::span<const uint32_t> rest) : rest_(rest) {}
    // False behind the last form.
    bool Next() {
      if (rest_.empty()) return false;
      words_ = rest_.subspan(1, rest_[0]);
      rest_ = rest_.subspan(1 + rest_[0]);
      return true;
    }
    std::span<const WordId> words() const { return words_; }

   private:
    std::span<const uint32_t> rest_;
    std::span<const WordId> words_;
  };
  FormWords WordsOfForms(uint32_t rule) const {
    return FormWords(form_words_.subspan(
        form_words_begin_[rule],
        form_words_begin_[rule + 1] - form_words_begin_[rule]));
  }
  // The rules of one kind, in id order.
  std::span<const uint32_t> OfKind(RuleKind kind) const {
    return of_kind_[static_cast<size_t>(kind)];
  }
  std::optional<uint32_t> Find(std::string_view id) const;

  const std::vector<std::string_view>& languages() const { return languages_; }
  // "ar" and "ar-EG" -> the index of "ar"; nullopt for a language without rules
  std::optional<uint8_t> LanguageIndex(std::string_view language) const;

  const Lexicon& lexicon() const { return lexicon_; }
  const FoldTable& fold() const { return *fold_; }
  std::vector<RuleExample> Examples() const;
  // 16 hex digits over all rules in force; the same rules give the same
  // digest on every machine.
  std::string_view digest() const { return digest_; }

  struct TextRef {
    uint32_t begin, end;
  };
  struct RuleRow {
    TextRef id, means;
    uint8_t kind, language;
    uint16_t unused;
    uint32_t first_attribute, attribute_count;
  };
  struct AttributeRow {
    TextRef key, value;
  };
  struct ExampleRow {
    uint32_t rule, negative;
    TextRef text, reads, why, language, published;
  };

 private:
  std::string_view Text(TextRef ref) const {
    return texts_.substr(ref.begin, ref.end - ref.begin);
  }
  absl::Status Map(std::string_view bytes);

  std::unique_ptr<std::string> owned_;  // null for the built-in one
  std::string_view texts_;
  std::span<const RuleRow> rules_;
  std::span<const AttributeRow> attributes_;
  std::span<const ExampleRow> examples_;
  std::span<const uint32_t> form_words_begin_;
  std::span<const uint32_t> form_words_;
  std::array<std::vector<uint32_t>, kRuleKindCount> of_kind_;
  std::vector<std::string_view> languages_;
  Lexicon lexicon_;
  std::unique_ptr<FoldTable> fold_;
  std::string digest_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_RULEBOOK_H_
