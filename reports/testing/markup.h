#ifndef CROSSCHECK_REPORTS_TESTING_MARKUP_H_
#define CROSSCHECK_REPORTS_TESTING_MARKUP_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

// HTML as our pages write it (every attribute in double quotes, every element
// closed), taken apart for tests. Stricter than a browser: what a browser would
// mend is a fault here.
struct Markup {
  std::map<std::string, int> elements;                  // by name
  std::set<std::pair<std::string, std::string>> kinds;  // element, attribute
  std::multiset<std::string> ids;
  std::vector<std::string> links;   // values of href, entities resolved
  std::vector<std::string> faults;  // "li closed where p is open at …"
};

Markup ReadMarkup(std::string_view html);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_TESTING_MARKUP_H_
