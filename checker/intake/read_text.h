#ifndef CROSSCHECK_CHECKER_INTAKE_READ_TEXT_H_
#define CROSSCHECK_CHECKER_INTAKE_READ_TEXT_H_

#include <string_view>

#include "checker/model/article.h"

namespace crosscheck {

// Sets title_span to the first line with text where it looks like a headline:
// it is `title`, or it is short, does not end like a sentence, and a blank
// line or a longer line follows. A site line ("Source: …") is no headline;
// take those out first. Does nothing where a headline is set.
//
//   ارتفاع عدد القتلى إلى 12        <- title_span
//   قالت السلطات يوم الأحد إن …
void FindHeadline(std::string_view title, Article& article);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_READ_TEXT_H_
