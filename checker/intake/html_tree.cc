#include "checker/intake/html_tree.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "checker/intake/html_entity.h"

namespace crosscheck {
namespace {

// How far up an end tag looks for what it ends, where it may be wrong.
constexpr size_t kLookUp = 128;
constexpr size_t kLongestName = 16;

struct KnownTag {
  std::string_view name;
  HtmlTag tag;
};
// Sorted by name.
constexpr KnownTag kKnownTags[] = {
    {"a", HtmlTag::kLink},           {"address", HtmlTag::kBlock},
    {"area", HtmlTag::kVoid},        {"article", HtmlTag::kArticle},
    {"aside", HtmlTag::kLeftOut},    {"audio", HtmlTag::kLeftOut},
    {"base", HtmlTag::kVoid},        {"blockquote", HtmlTag::kBlock},
    {"body", HtmlTag::kBody},        {"br", HtmlTag::kBreak},
    {"button", HtmlTag::kLeftOut},   {"canvas", HtmlTag::kLeftOut},
    {"caption", HtmlTag::kBlock},    {"center", HtmlTag::kBlock},
    {"col", HtmlTag::kVoid},         {"datalist", HtmlTag::kLeftOut},
    {"dd", HtmlTag::kDefinition},    {"del", HtmlTag::kLeftOut},
    {"details", HtmlTag::kBlock},    {"dialog", HtmlTag::kLeftOut},
    {"div", HtmlTag::kBlock},        {"dl", HtmlTag::kBlock},
    {"dt", HtmlTag::kDefinition},    {"embed", HtmlTag::kVoid},
    {"fieldset", HtmlTag::kBlock},   {"figcaption", HtmlTag::kBlock},
    {"figure", HtmlTag::kBlock},     {"footer", HtmlTag::kLeftOut},
    {"form", HtmlTag::kForm},        {"h1", HtmlTag::kHeading1},
    {"h2", HtmlTag::kHeading},       {"h3", HtmlTag::kHeading},
    {"h4", HtmlTag::kHeading},       {"h5", HtmlTag::kHeading},
    {"h6", HtmlTag::kHeading},       {"head", HtmlTag::kHead},
    {"header", HtmlTag::kHeader},    {"hgroup", HtmlTag::kBlock},
    {"hr", HtmlTag::kBreak},         {"html", HtmlTag::kHtml},
    {"iframe", HtmlTag::kScript},    {"img", HtmlTag::kVoid},
    {"input", HtmlTag::kVoid},       {"li", HtmlTag::kListItem},
    {"link", HtmlTag::kLinkElement}, {"main", HtmlTag::kMain},
    {"menu", HtmlTag::kList},        {"meta", HtmlTag::kMeta},
    {"nav", HtmlTag::kLeftOut},      {"noembed", HtmlTag::kScript},
    {"noframes", HtmlTag::kScript},  {"noscript", HtmlTag::kLeftOut},
    {"object", HtmlTag::kLeftOut},   {"ol", HtmlTag::kList},
    {"optgroup", HtmlTag::kLeftOut}, {"option", HtmlTag::kLeftOut},
    {"p", HtmlTag::kParagraph},      {"param", HtmlTag::kVoid},
    {"pre", HtmlTag::kPreformatted}, {"s", HtmlTag::kLeftOut},
    {"script", HtmlTag::kScript},    {"section", HtmlTag::kBlock},
    {"select", HtmlTag::kLeftOut},   {"source", HtmlTag::kVoid},
    {"strike", HtmlTag::kLeftOut},   {"style", HtmlTag::kScript},
    {"summary", HtmlTag::kBlock},    {"svg", HtmlTag::kLeftOut},
    {"table", HtmlTag::kTable},      {"tbody", HtmlTag::kBlock},
    {"td", HtmlTag::kCell},          {"template", HtmlTag::kLeftOut},
    {"textarea", HtmlTag::kScript},  {"tfoot", HtmlTag::kBlock},
    {"th", HtmlTag::kCell},          {"thead", HtmlTag::kBlock},
    {"time", HtmlTag::kTime},        {"title", HtmlTag::kTitle},
    {"tr", HtmlTag::kRow},           {"track", HtmlTag::kVoid},
    {"ul", HtmlTag::kList},          {"video", HtmlTag::kLeftOut},
    {"wbr", HtmlTag::kVoid},         {"xmp", HtmlTag::kScript},
};
static_assert(std::is_sorted(std::begin(kKnownTags), std::end(kKnownTags),
                             [](const KnownTag& a, const KnownTag& b) {
                               return a.name < b.name;
                             }));

// An element's identity while it is open: known ones by place in the table,
// others all alike (an unknown end tag ends the nearest unknown element).
constexpr uint8_t kUnknownTag = 255;
static_assert(std::size(kKnownTags) < kUnknownTag);

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool EqualsLower(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char a, char b) { return Lower(a) == b; });
}

uint8_t Identify(std::string_view name) {
  if (name.size() > kLongestName) return kUnknownTag;
  std::array<char, kLongestName> buffer;
  std::transform(name.begin(), name.end(), buffer.begin(), Lower);
  const std::string_view lower(buffer.data(), name.size());
  const auto found =
      std::lower_bound(std::begin(kKnownTags), std::end(kKnownTags), lower,
                       [](const KnownTag& known, std::string_view wanted) {
                         return known.name < wanted;
                       });
  if (found == std::end(kKnownTags) || found->name != lower) {
    return kUnknownTag;
  }
  return static_cast<uint8_t>(found - std::begin(kKnownTags));
}

HtmlTag TagOf(uint8_t id) {
  return id == kUnknownTag ? HtmlTag::kInline : kKnownTags[id].tag;
}

// Moves over attributes: name, value, and on. `at` stands behind the tag's
// name; stops at ">" or the end.
class AttributeScan {
 public:
  explicit AttributeScan(std::string_view text, size_t at = 0)
      : text_(text), at_(at) {}

  // False at ">" or the end.
  bool Next() {
    while (at_ < text_.size() && (IsBlank(text_[at_]) || text_[at_] == '/')) {
      ++at_;
    }
    if (at_ >= text_.size() || text_[at_] == '>') return false;
    size_t begin = at_++;  // even "=" may begin a name
    while (at_ < text_.size() && !IsBlank(text_[at_]) && text_[at_] != '=' &&
           text_[at_] != '>' && text_[at_] != '/') {
      ++at_;
    }
    name_ = text_.substr(begin, at_ - begin);
    value_ = {};
    size_t look = at_;
    while (look < text_.size() && IsBlank(text_[look])) ++look;
    if (look >= text_.size() || text_[look] != '=') return true;
    at_ = look + 1;
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
    if (at_ >= text_.size()) return true;
    const char quote = text_[at_];
    if (quote == '"' || quote == '\'') {
      begin = at_ + 1;
      at_ = std::min(text_.find(quote, begin), text_.size());
      value_ = text_.substr(begin, at_ - begin);
      if (at_ < text_.size()) ++at_;
    } else {
      begin = at_;
      while (at_ < text_.size() && !IsBlank(text_[at_]) && text_[at_] != '>') {
        ++at_;
      }
      value_ = text_.substr(begin, at_ - begin);
    }
    return true;
  }
  std::string_view name() const { return name_; }
  std::string_view value() const { return value_; }
  size_t at() const { return at_; }

 private:
  std::string_view text_, name_, value_;
  size_t at_;
};

class Parser {
 public:
  Parser(std::string_view source, uint32_t begin, uint32_t end)
      : text_(source.substr(0, end)), at_(begin) {
    tree_.nodes.push_back({});
    open_.push_back({0, kUnknownTag});
  }

  HtmlTree Parse() {
    while (at_ < text_.size()) {
      const size_t tag = FindTag(at_);
      AddRun(at_, tag);
      at_ = tag;
      if (at_ < text_.size()) ReadTag();
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    uint32_t node;
    uint8_t id;
  };

  // The next "<" that begins a tag or a comment.
  size_t FindTag(size_t from) const {
    while (from < text_.size()) {
      const size_t at = text_.find('<', from);
      if (at == std::string_view::npos || at + 1 >= text_.size()) break;
      const char next = text_[at + 1];
      if (IsLetter(next) || next == '!' || next == '?' ||
          (next == '/' && at + 2 < text_.size() && IsLetter(text_[at + 2]))) {
        return at;
      }
      from = at + 1;
    }
    return text_.size();
  }

  void ReadTag() {
    const char next = text_[at_ + 1];
    if (next == '!' || next == '?') {
      SkipComment();
    } else if (next == '/') {
      const size_t begin = at_ + 2;
      const size_t end = NameEnd(begin);
      AttributeScan scan(text_, end);
      while (scan.Next()) {
      }
      at_ = std::min(scan.at() + 1, text_.size());
      End(Identify(text_.substr(begin, end - begin)));
    } else {
      const size_t begin = at_ + 1;
      const size_t end = NameEnd(begin);
      AttributeScan scan(text_, end);
      while (scan.Next()) {
      }
      at_ = std::min(scan.at() + 1, text_.size());
      Start(Identify(text_.substr(begin, end - begin)),
            {static_cast<uint32_t>(end), static_cast<uint32_t>(scan.at())});
    }
  }

  size_t NameEnd(size_t at) const {
    while (at < text_.size() && !IsBlank(text_[at]) && text_[at] != '/' &&
           text_[at] != '>') {
      ++at;
    }
    return at;
  }

  void SkipComment() {
    std::string_view ending = ">";
    size_t from = at_ + 2;
    if (text_.substr(at_, 4) == "<!--") {
      ending = "-->";
      // "<!-->" is a whole comment.
      from = at_ + 2;
      if (text_.substr(from, 3) == "-->") {
        at_ = from + 3;
        return;
      }
      if (text_.substr(from, 4) == "--->") {
        at_ = from + 4;
        return;
      }
      from = at_ + 4;
    }
    const size_t end = text_.find(ending, from);
    at_ = end == std::string_view::npos ? text_.size() : end + ending.size();
  }

  void AddRun(size_t begin, size_t end) {
    if (begin >= end) return;
    const bool is_blank =
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                    text_.begin() + static_cast<std::ptrdiff_t>(end), IsBlank);
    // Blanks at a break are layout of the file, not text.
    if (is_blank && break_ != HtmlBreak::kNone) return;
    tree_.runs.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
         open_.back().node,
         break_});
    break_ = HtmlBreak::kNone;
  }

  void Break(HtmlBreak kind) { break_ = std::max(break_, kind); }
  void BreakFor(HtmlTag tag) {
    if (tag == HtmlTag::kCell) {
      Break(HtmlBreak::kCell);
    } else if (tag == HtmlTag::kBreak || IsBlock(tag)) {
      Break(HtmlBreak::kLine);
    }
  }

  void Push(uint8_t id, const Span& attributes) {
    HtmlNode node;
    node.parent = open_.back().node;
    node.attributes = attributes;
    node.tag = TagOf(id);
    open_.push_back({static_cast<uint32_t>(tree_.nodes.size()), id});
    ++open_count_[id];
    tree_.nodes.push_back(node);
  }

  void PopTo(size_t size) {
    while (open_.size() > size) {
      BreakFor(TagOf(open_.back().id));
      --open_count_[open_.back().id];
      open_.pop_back();
    }
  }

  // Ends the nearest open element of one of `tags`, unless one of `walls` or
  // a long way is between.
  void EndNearest(std::initializer_list<HtmlTag> tags,
                  std::initializer_list<HtmlTag> walls) {
    const size_t least = open_.size() > kLookUp ? open_.size() - kLookUp : 1;
    for (size_t i = open_.size(); i-- > least;) {
      const HtmlTag tag = TagOf(open_[i].id);
      if (std::find(tags.begin(), tags.end(), tag) != tags.end()) {
        PopTo(i);
        return;
      }
      if (std::find(walls.begin(), walls.end(), tag) != walls.end()) return;
    }
  }

  // A block ends an open paragraph, of which only inline elements are between.
  void EndParagraph() {
    const size_t least = open_.size() > kLookUp ? open_.size() - kLookUp : 1;
    for (size_t i = open_.size(); i-- > least;) {
      const HtmlTag tag = TagOf(open_[i].id);
      if (tag == HtmlTag::kParagraph) {
        PopTo(i);
        return;
      }
      if (IsBlock(tag) || tag == HtmlTag::kLeftOut) return;
    }
  }

  void Start(uint8_t id, const Span& attributes) {
    const HtmlTag tag = TagOf(id);
    BreakFor(tag);
    switch (tag) {
      case HtmlTag::kVoid:
      case HtmlTag::kBreak:
        return;
      case HtmlTag::kMeta:
      case HtmlTag::kLinkElement: {
        HtmlNode node;
        node.parent = open_.back().node;
        node.attributes = attributes;
        node.tag = tag;
        (tag == HtmlTag::kMeta ? tree_.metas : tree_.links).push_back(node);
        return;
      }
      case HtmlTag::kScript:
      case HtmlTag::kTitle:
        StartRaw(id, attributes);
        return;
      case HtmlTag::kListItem:
        EndNearest({HtmlTag::kListItem}, {HtmlTag::kList, HtmlTag::kTable});
        EndParagraph();
        break;
      case HtmlTag::kDefinition:
        EndNearest({HtmlTag::kDefinition}, {HtmlTag::kList, HtmlTag::kTable});
        EndParagraph();
        break;
      case HtmlTag::kCell:
        EndNearest({HtmlTag::kCell}, {HtmlTag::kRow, HtmlTag::kTable});
        break;
      case HtmlTag::kRow:
        EndNearest({HtmlTag::kRow}, {HtmlTag::kTable});
        break;
      case HtmlTag::kBody:
        EndNearest({HtmlTag::kHead}, {});
        break;
      default:
        if (IsBlock(tag)) EndParagraph();
    }
    // "/>" ends nothing in HTML, except where foreign elements say so; an svg
    // that ends itself must not swallow the page.
    const bool ends_itself = tag == HtmlTag::kLeftOut &&
                             attributes.end > attributes.begin &&
                             text_[attributes.end - 1] == '/';
    Push(id, attributes);
    if (ends_itself) PopTo(open_.size() - 1);
  }

  // Elements whose content is no HTML: everything up to their end tag.
  void StartRaw(uint8_t id, const Span& attributes) {
    const std::string_view name = kKnownTags[id].name;
    size_t end = never_ends_[id] ? std::string_view::npos : at_;
    while (end < text_.size()) {
      end = text_.find("</", end);
      if (end == std::string_view::npos) break;
      const size_t after = end + 2 + name.size();
      if (EqualsLower(text_.substr(end + 2, name.size()), name) &&
          (after >= text_.size() || IsBlank(text_[after]) ||
           text_[after] == '>' || text_[after] == '/')) {
        break;
      }
      end += 2;
    }
    if (end >= text_.size()) {
      never_ends_[id] = true;
      // A title without an end must not swallow the page; a script does, as
      // in browsers.
      if (TagOf(id) == HtmlTag::kTitle) return;
      end = text_.size();
    }
    // To the text around it, a script is not there.
    const HtmlBreak before = break_;
    Push(id, attributes);
    AddRun(at_, end);
    PopTo(open_.size() - 1);
    break_ = before;
    at_ = end;
    if (at_ < text_.size()) {
      AttributeScan scan(text_, NameEnd(at_ + 2));
      while (scan.Next()) {
      }
      at_ = std::min(scan.at() + 1, text_.size());
    }
  }

  void End(uint8_t id) {
    const HtmlTag tag = TagOf(id);
    BreakFor(tag);
    // The end of the page is the end of the file: text after it is read too.
    if (tag == HtmlTag::kHtml || tag == HtmlTag::kBody) return;
    if (open_count_[id] == 0) return;
    // These are often wrong: they reach no further than their own list or
    // table.
    if (tag == HtmlTag::kParagraph || tag == HtmlTag::kListItem) {
      EndNearest({tag}, {HtmlTag::kList, HtmlTag::kTable});
      return;
    }
    if (IsBlock(tag) || tag == HtmlTag::kLeftOut) {
      // What is passed on the way up is closed, so this is linear.
      size_t i = open_.size() - 1;
      while (open_[i].id != id) --i;
      PopTo(i);
      return;
    }
    const size_t least = open_.size() > kLookUp ? open_.size() - kLookUp : 1;
    for (size_t i = open_.size(); i-- > least;) {
      if (open_[i].id == id) {
        PopTo(i);
        return;
      }
      if (IsBlock(TagOf(open_[i].id))) return;
    }
  }

  std::string_view text_;
  size_t at_;
  HtmlTree tree_;
  std::vector<Open> open_;
  std::array<uint32_t, 256> open_count_{};
  std::array<bool, 256> never_ends_{};
  HtmlBreak break_ = HtmlBreak::kLine;
};

}  // namespace

bool IsBlock(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kInline:
    case HtmlTag::kLink:
    case HtmlTag::kTime:
    case HtmlTag::kVoid:
    case HtmlTag::kMeta:
    case HtmlTag::kLinkElement:
    case HtmlTag::kScript:
    case HtmlTag::kTitle:
    case HtmlTag::kLeftOut:
    case HtmlTag::kBreak:
      return false;
    default:
      return true;
  }
}

HtmlTree ParseHtml(std::string_view source, uint32_t begin, uint32_t end) {
  return Parser(source, begin, end).Parse();
}

std::optional<std::string_view> FindAttribute(std::string_view attributes,
                                              std::string_view name) {
  for (AttributeScan scan(attributes); scan.Next();) {
    if (EqualsLower(scan.name(), name)) return scan.value();
  }
  return std::nullopt;
}

std::string Attribute(std::string_view attributes, std::string_view name) {
  const auto value = FindAttribute(attributes, name);
  return value ? DecodeEntities(*value) : std::string();
}

}  // namespace crosscheck
