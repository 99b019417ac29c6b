#ifndef CROSSCHECK_CHECKER_CLAIM_SUBJECT_H_
#define CROSSCHECK_CHECKER_CLAIM_SUBJECT_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "checker/claim/sentence_view.h"
#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Whom or what a figure is of: the nearest name of its sentence that is not
// its speaker, else the first of the sentence before it in its paragraph, else
// of the headline. For one article; keeps references.
class SubjectReader {
 public:
  // Any sentence of the document; the view stays valid.
  using ViewOf = absl::FunctionRef<const SentenceView&(uint32_t)>;

  SubjectReader(const Rulebook& rules, const Article& article,
                const Document& document)
      : rules_(rules), article_(article), document_(document) {}

  // What is known of a subject besides its name.
  struct Known {
    std::string_view type;  // "company"; empty where the rules do not know it
    // Far off, or behind a preposition? What was founded "and sold to Facebook"
    // is not Facebook.
    bool doubtful = false;
  };
  // Sets the subject of the claim, whose sentence `view` is and whose speaker
  // is set; says nothing of it where nobody is named.
  Known Read(const SentenceView& view, ViewOf view_of, Claim& claim) const;

 private:
  bool CanBe(const Mention& mention) const;
  std::string_view Take(const SentenceView& view, const Mention& mention,
                        Claim& claim) const;
  std::optional<std::string_view> TakeFirst(const SentenceView& view,
                                            Claim& claim) const;

  const Rulebook& rules_;
  const Article& article_;
  const Document& document_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_SUBJECT_H_
