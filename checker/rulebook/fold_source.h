#ifndef CROSSCHECK_CHECKER_RULEBOOK_FOLD_SOURCE_H_
#define CROSSCHECK_CHECKER_RULEBOOK_FOLD_SOURCE_H_

#include <vector>

#include "checker/rulebook/fold_table.h"
#include "checker/rulebook/rule_source.h"

namespace crosscheck {

// The fold table of the rules of kind fold. Their keys:
//   pairs: items "A B" (A becomes B) or "U+0629 U+0647"
//   drop:  items "U+064B" or "U+064B..U+0652"
// Faults (an item that cannot be read, a replacement that itself folds) are
// added to `faults`.
FoldTable MakeFoldTable(const std::vector<SourceRule>& rules,
                        std::vector<RuleFault>& faults);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_FOLD_SOURCE_H_
