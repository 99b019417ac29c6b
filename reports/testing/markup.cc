#include "reports/testing/markup.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool IsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == ':';
}

std::string Resolved(std::string text) {
  const std::pair<std::string_view, char> kEntities[] = {{"&lt;", '<'},
                                                         {"&gt;", '>'},
                                                         {"&quot;", '"'},
                                                         {"&#39;", '\''},
                                                         {"&amp;", '&'}};
  for (const auto& [entity, c] : kEntities) {
    for (size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), 1, c);
    }
  }
  return text;
}

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  Markup Read() {
    constexpr std::string_view kDoctype = "<!doctype html>";
    if (html_.substr(0, kDoctype.size()) != kDoctype) Fault("no doctype");
    at_ = std::min(kDoctype.size(), html_.size());
    while (at_ < html_.size()) {
      const size_t open = html_.find('<', at_);
      CheckText(html_.substr(at_, open - at_));
      if (open == std::string_view::npos) break;
      at_ = open + 1;
      Tag();
    }
    for (const std::string& name : open_) Fault(name + " is never closed");
    return std::move(out_);
  }

 private:
  void Fault(const std::string& what) {
    out_.faults.push_back(what + " at byte " + std::to_string(at_));
  }

  void CheckText(std::string_view text) {
    if (text.find('>') != std::string_view::npos) Fault("a bare >");
    for (size_t at = text.find('&'); at != std::string_view::npos;
         at = text.find('&', at + 1)) {
      const size_t end = text.find(';', at);
      if (end == std::string_view::npos || end - at > 6) Fault("a bare &");
    }
  }

  std::string Name() {
    const size_t begin = at_;
    while (at_ < html_.size() && IsName(html_[at_])) ++at_;
    return std::string(html_.substr(begin, at_ - begin));
  }

  void Tag() {
    const bool closes = at_ < html_.size() && html_[at_] == '/';
    if (closes) ++at_;
    const std::string name = Name();
    if (name.empty()) return Fault("a bare <");
    if (closes) {
      if (at_ >= html_.size() || html_[at_] != '>') Fault("no end of " + name);
      ++at_;
      if (open_.empty() || open_.back() != name) {
        return Fault(name + " closed where " +
                     (open_.empty() ? "nothing" : open_.back()) + " is open");
      }
      open_.pop_back();
      return;
    }
    ++out_.elements[name];
    const bool self_closed = Attributes(name);
    static const std::set<std::string> kVoid = {"meta", "br", "input"};
    if (self_closed || kVoid.count(name) > 0) return;
    if (name == "style" || name == "script") {
      const size_t end = html_.find("</" + name + ">", at_);
      if (end == std::string_view::npos) return Fault(name + " has no end");
      at_ = end + name.size() + 3;
      return;
    }
    open_.push_back(name);
  }

  // Up to the end of the tag; true: "/>".
  bool Attributes(const std::string& element) {
    while (at_ < html_.size()) {
      if (html_[at_] == '>') {
        ++at_;
        return false;
      }
      if (html_.substr(at_, 2) == "/>") {
        at_ += 2;
        return true;
      }
      if (html_[at_] != ' ') {
        Fault("no blank before an attribute of " + element);
      } else {
        ++at_;
      }
      const std::string name = Name();
      if (name.empty()) {
        Fault("no attribute of " + element);
        return false;
      }
      out_.kinds.emplace(element, name);
      if (at_ >= html_.size() || html_[at_] != '=') continue;  // no value
      if (html_.substr(at_, 2) != "=\"") Fault("no quote after " + name);
      const size_t end = html_.find('"', at_ + 2);
      if (end == std::string_view::npos) {
        at_ = html_.size();
        return false;
      }
      std::string value(html_.substr(at_ + 2, end - at_ - 2));
      if (value.find('<') != std::string::npos) Fault("a bare < in " + name);
      at_ = end + 1;
      value = Resolved(std::move(value));
      if (name == "id") out_.ids.insert(value);
      if (name == "href") out_.links.push_back(value);
    }
    Fault("no end of " + element);
    return false;
  }

  std::string_view html_;
  size_t at_ = 0;
  std::vector<std::string> open_;
  Markup out_;
};

}  // namespace

Markup ReadMarkup(std::string_view html) { return Reader(html).Read(); }

}  // namespace crosscheck
