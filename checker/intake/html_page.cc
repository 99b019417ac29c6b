#include "checker/intake/html_page.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>

#include "checker/intake/html_entity.h"

namespace crosscheck {
namespace {

// A block with this much text of its own, links aside, is a paragraph.
constexpr uint32_t kParagraphBytes = 60;
// A block of links with this little besides is none of the text.
constexpr uint32_t kBesideLinks = 60;
// Less main text than this, and classes are not believed.
constexpr uint64_t kLeastText = 250;

constexpr uint32_t kNone = HtmlNode::kNone;

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// What is known of a node; sums are over all below it that is not left out.
struct NodeFacts {
  bool left_out = false;  // whatever the page
  bool by_class = false;  // its class or id says so
  bool by_small = false;  // so, where little of the page is in it
  bool is_gone = false;   // it or one above it is left out
  bool in_link = false;
  bool in_pre = false;
  bool holds_heart = false;  // an h1, main or article body is below it
  bool is_article_body = false;
  uint32_t block = 0;      // the nearest block at or above it
  uint32_t own_bytes = 0;  // of a block: text in it, not in blocks below
  uint32_t link_bytes = 0;
  uint64_t good_bytes = 0;  // in paragraphs below
  uint64_t best_below = 0;  // the most good bytes of one child
  uint32_t best_child = kNone;
};

// The words of a class or id: cut at anything but letters and digits and
// before capitals; then each part cut by blanks alone, as one word.
//   "readMore article-body" -> read, more, article, body, readmore, articlebody
template <typename Visitor>
bool AnyWord(std::string_view value, const Visitor& visit) {
  std::string word, joined;
  const auto flush = [&](std::string& what) {
    const bool hit = !what.empty() && visit(what);
    what.clear();
    return hit;
  };
  char before = ' ';
  for (const char c : value.substr(0, 512)) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalnum(u)) {
      if (std::isupper(u) && std::islower(static_cast<unsigned char>(before)) &&
          flush(word)) {
        return true;
      }
      word += static_cast<char>(std::tolower(u));
      joined += static_cast<char>(std::tolower(u));
    } else {
      if (flush(word)) return true;
      if (IsBlank(c) && flush(joined)) return true;
    }
    before = c;
  }
  return flush(word) || flush(joined);
}

bool IsHidden(std::string_view attributes) {
  if (FindAttribute(attributes, "hidden")) return true;
  const auto aria = FindAttribute(attributes, "aria-hidden");
  if (aria && *aria == "true") return true;
  const auto style = FindAttribute(attributes, "style");
  if (!style) return false;
  std::string plain;
  for (const char c : style->substr(0, 512)) {
    if (!IsBlank(c)) {
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

bool IsLeftOutRole(std::string_view role) {
  for (const std::string_view out :
       {"navigation", "banner", "complementary", "contentinfo", "search",
        "dialog", "alertdialog", "menu", "menubar", "toolbar"}) {
    if (role == out) return true;
  }
  return false;
}

class Selector {
 public:
  Selector(std::string_view source, const HtmlTree& tree,
           const Furniture& furniture, std::string_view title)
      : source_(source),
        tree_(tree),
        furniture_(furniture),
        title_(Plain(title)),
        facts_(tree.nodes.size()) {
    ReadNodes();
    AddUp();
  }

  HtmlSelection Select() {
    HtmlSelection found = SelectOnce();
    if (good_chosen_ < kLeastText && trusts_classes_) {
      trusts_classes_ = false;
      HtmlSelection other = SelectOnce();
      if (good_chosen_ >= kLeastText) return other;
      if (found.body.empty()) found = std::move(other);
    }
    if (found.body.empty()) {
      // A link that is never closed holds all that follows.
      trusts_links_ = false;
      return SelectOnce();
    }
    return found;
  }

 private:
  // Letters and digits of a text, blanks joined, for comparing titles.
  static std::string Plain(std::string_view text) {
    std::string plain;
    for (const char c : Trim(text)) {
      if (!IsBlank(c)) {
        plain += c;
      } else if (!plain.empty() && plain.back() != ' ') {
        plain += ' ';
      }
    }
    return plain;
  }

  void ReadNodes() {
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      NodeFacts& facts = facts_[i];
      const NodeFacts& above = facts_[node.parent];
      facts.in_link = above.in_link || node.tag == HtmlTag::kLink;
      facts.in_pre = above.in_pre || node.tag == HtmlTag::kPreformatted;
      facts.block = IsBlock(node.tag) ? i : above.block;
      facts.left_out =
          node.tag == HtmlTag::kLeftOut || node.tag == HtmlTag::kScript ||
          node.tag == HtmlTag::kTitle || node.tag == HtmlTag::kHead;
      if (facts.left_out || IsEmpty(node.attributes)) continue;
      const std::string_view attributes = Cut(source_, node.attributes);
      if (attributes.find('=') == std::string_view::npos &&
          attributes.find("hidden") == std::string_view::npos) {
        continue;
      }
      facts.left_out = IsHidden(attributes);
      const auto role = FindAttribute(attributes, "role");
      if (role && *role == "main") is_main_.push_back(i);
      const auto property = FindAttribute(attributes, "itemprop");
      facts.is_article_body = property && *property == "articleBody";
      const bool is_page =
          node.tag == HtmlTag::kHtml || node.tag == HtmlTag::kBody ||
          node.tag == HtmlTag::kMain || node.tag == HtmlTag::kHeading1 ||
          facts.is_article_body;
      if (is_page) continue;
      if (role && IsLeftOutRole(*role)) facts.by_class = true;
      for (const std::string_view key : {"class", "id"}) {
        const auto value = FindAttribute(attributes, key);
        if (!value) continue;
        AnyWord(*value, [&](std::string_view word) {
          const Furniture::PagePart part = furniture_.PartOfPage(word);
          if (part == Furniture::PagePart::kOut) facts.by_class = true;
          if (part == Furniture::PagePart::kOutIfSmall) facts.by_small = true;
          return facts.by_class;
        });
      }
    }
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].tag == HtmlTag::kMain) is_main_.push_back(i);
    }
    // Text of blocks, of links in them.
    for (const HtmlRun& run : tree_.runs) {
      const NodeFacts& node = facts_[run.node];
      if (tree_.nodes[run.node].tag == HtmlTag::kScript) continue;
      const std::string_view text = Cut(source_, run.span);
      const auto count = static_cast<uint32_t>(
          text.size() - static_cast<size_t>(
                            std::count_if(text.begin(), text.end(), IsBlank)));
      NodeFacts& block = facts_[node.block];
      block.own_bytes += count;
      if (node.in_link) block.link_bytes += count;
    }
    // Children come after parents, so backwards is upwards.
    for (uint32_t i = static_cast<uint32_t>(tree_.nodes.size()); i-- > 1;) {
      NodeFacts& facts = facts_[i];
      if (facts.left_out) continue;
      const HtmlTag tag = tree_.nodes[i].tag;
      const bool is_heart = tag == HtmlTag::kHeading1 ||
                            tag == HtmlTag::kMain || facts.is_article_body;
      if (facts.holds_heart || is_heart) {
        facts_[tree_.nodes[i].parent].holds_heart = true;
      }
    }
  }

  static uint64_t OwnGood(const NodeFacts& facts) {
    return facts.own_bytes >= kParagraphBytes &&
                   facts.own_bytes >= 3 * uint64_t{facts.link_bytes}
               ? facts.own_bytes
               : 0;
  }

  bool IsOut(uint32_t i) const {
    const NodeFacts& facts = facts_[i];
    if (facts.left_out) return true;
    if (facts.holds_heart) return false;
    const HtmlTag tag = tree_.nodes[i].tag;
    if (tag == HtmlTag::kForm || tag == HtmlTag::kHeader) {
      return 2 * facts.good_bytes < all_good_;
    }
    if (!trusts_classes_) return false;
    if (facts.by_class) return true;
    return facts.by_small && 2 * facts.good_bytes < all_good_;
  }

  // Good bytes below every node; `all_good_` first without believing classes.
  void AddUp() {
    const auto sum = [&] {
      for (NodeFacts& facts : facts_) {
        facts.good_bytes = facts.best_below = 0;
        facts.best_child = kNone;
      }
      for (uint32_t i = static_cast<uint32_t>(tree_.nodes.size()); i-- > 0;) {
        NodeFacts& facts = facts_[i];
        if (facts.is_gone) {
          facts.good_bytes = 0;
          continue;
        }
        if (facts.block == i) facts.good_bytes += OwnGood(facts);
        if (i == 0) break;
        NodeFacts& above = facts_[tree_.nodes[i].parent];
        above.good_bytes += facts.good_bytes;
        if (facts.good_bytes > above.best_below) {
          above.best_below = facts.good_bytes;
          above.best_child = i;
        }
      }
    };
    const auto mark = [&](const auto& is_out) {
      std::vector<bool> out(facts_.size());
      for (uint32_t i = 1; i < facts_.size(); ++i) out[i] = is_out(i);
      for (uint32_t i = 1; i < facts_.size(); ++i) {
        facts_[i].is_gone = facts_[tree_.nodes[i].parent].is_gone || out[i];
      }
    };
    mark([&](uint32_t i) { return facts_[i].left_out; });
    sum();
    all_good_ = facts_[0].good_bytes;
    mark([&](uint32_t i) { return IsOut(i); });
    sum();
  }

  // The element the article is in.
  uint32_t FindMain() const {
    const auto most = [&](const auto& is_one) {
      uint32_t best = kNone;
      for (uint32_t i = 1; i < facts_.size(); ++i) {
        if (!facts_[i].is_gone && is_one(i) &&
            (best == kNone || facts_[i].good_bytes > facts_[best].good_bytes)) {
          best = i;
        }
      }
      return best;
    };
    const uint64_t all = facts_[0].good_bytes;
    const uint32_t body =
        most([&](uint32_t i) { return facts_[i].is_article_body; });
    if (body != kNone && 3 * facts_[body].good_bytes >= all) return body;
    const uint32_t article = most(
        [&](uint32_t i) { return tree_.nodes[i].tag == HtmlTag::kArticle; });
    if (article != kNone && 2 * facts_[article].good_bytes >= all) {
      return article;
    }
    uint32_t at = 0;
    for (const uint32_t main : is_main_) {
      if (!facts_[main].is_gone && 2 * facts_[main].good_bytes >= all) {
        at = main;
        break;
      }
    }
    // Down to the smallest block that holds most of it.
    while (facts_[at].best_child != kNone &&
           5 * facts_[at].best_below >= 4 * facts_[at].good_bytes &&
           facts_[facts_[at].best_child].best_child != kNone) {
      at = facts_[at].best_child;
    }
    return at;
  }

  // A block that is hardly more than links, such as a list of related pages.
  bool IsLinks(uint32_t i) const {
    const NodeFacts& facts = facts_[i];
    if (facts.link_bytes == 0 || tree_.nodes[i].tag == HtmlTag::kHeading1) {
      return false;
    }
    const uint32_t beside = facts.own_bytes - facts.link_bytes;
    return beside < kBesideLinks && 2 * facts.link_bytes >= facts.own_bytes &&
           (tree_.nodes[i].tag != HtmlTag::kParagraph ||
            10 * beside <= facts.own_bytes);
  }

  uint32_t FindHeadline(const std::vector<bool>& inside) const {
    // The text of every h1, by node.
    std::vector<uint32_t> headings;
    for (uint32_t i = 1; i < facts_.size(); ++i) {
      if (tree_.nodes[i].tag == HtmlTag::kHeading1 && !facts_[i].is_gone) {
        headings.push_back(i);
      }
    }
    if (headings.empty()) return kNone;
    std::vector<std::string> texts(headings.size());
    for (const HtmlRun& run : tree_.runs) {
      // An h1 is a block, and inline elements in it have it as theirs.
      const auto found = std::lower_bound(headings.begin(), headings.end(),
                                          facts_[run.node].block);
      if (found == headings.end() || *found != facts_[run.node].block ||
          facts_[run.node].is_gone) {
        continue;
      }
      texts[static_cast<size_t>(found - headings.begin())] +=
          DecodeEntities(Cut(source_, run.span));
    }
    uint32_t in_main = kNone, first = kNone;
    for (size_t k = 0; k < headings.size(); ++k) {
      const std::string text = Plain(texts[k]);
      if (text.empty()) continue;
      if (!title_.empty() &&
          (text == title_ || title_.substr(0, text.size()) == text)) {
        return headings[k];
      }
      if (first == kNone) first = headings[k];
      if (in_main == kNone && inside[headings[k]]) in_main = headings[k];
    }
    return in_main != kNone ? in_main : first;
  }

  HtmlSelection SelectOnce() {
    if (!trusts_classes_) AddUp();
    const uint32_t main = FindMain();
    good_chosen_ = facts_[main].good_bytes;
    std::vector<bool> inside(facts_.size());
    inside[main] = true;
    for (uint32_t i = main + 1; i < facts_.size(); ++i) {
      inside[i] = inside[tree_.nodes[i].parent];
    }
    const uint32_t headline = FindHeadline(inside);
    HtmlSelection selection;
    for (uint32_t i = 0; i < tree_.runs.size(); ++i) {
      const uint32_t node = tree_.runs[i].node;
      const NodeFacts& facts = facts_[node];
      if (facts.is_gone) continue;
      if (facts.block == headline && headline != kNone) {
        selection.headline.push_back(i);
      } else if (inside[node] && !(trusts_links_ && IsLinks(facts.block))) {
        selection.body.push_back(i);
      }
    }
    return selection;
  }

  std::string_view source_;
  const HtmlTree& tree_;
  const Furniture& furniture_;
  std::string title_;
  std::vector<NodeFacts> facts_;
  std::vector<uint32_t> is_main_;
  uint64_t all_good_ = 0;
  uint64_t good_chosen_ = 0;
  bool trusts_classes_ = true;
  bool trusts_links_ = true;
};

// Joins blanks and replaces references, run by run.
class RunLayout {
 public:
  RunLayout(std::string_view source, SourcedText& text)
      : source_(source), text_(text) {}

  void Break(HtmlBreak kind) {
    if (kind == HtmlBreak::kNone || text_.size() == 0) return;
    blank_waits_ = false;
    const char last = text_.text().back();
    if (last == '\n') return;
    if (kind == HtmlBreak::kCell) {
      if (last != '\t') text_.Add('\t');
    } else {
      text_.Add('\n');
    }
  }

  void Add(const Span& run, bool keeps_lines) {
    uint32_t begin = run.begin, at = run.begin;
    const auto flush = [&](uint32_t end) {
      if (begin < end) {
        PutBlank();
        text_.Copy(begin, end);
      }
    };
    while (at < run.end) {
      const char c = source_[at];
      if (c == '&') {
        const HtmlEntity entity = ReadEntity(source_.substr(at, run.end - at));
        if (entity.length == 0) {
          ++at;
          continue;
        }
        flush(at);
        const auto end = static_cast<uint32_t>(at + entity.length);
        if (entity.text.size() == 1 && IsBlank(entity.text[0])) {
          Wait(at, end);
        } else {
          PutBlank();
          text_.Put(entity.text, at, end);
        }
        begin = at = end;
        continue;
      }
      if (!IsBlank(c)) {
        ++at;
        continue;
      }
      // One blank inside a line stands as it is.
      if (c == ' ' && at > begin && at + 1 < run.end &&
          !IsBlank(source_[at + 1]) && source_[at + 1] != '&') {
        ++at;
        continue;
      }
      flush(at);
      const uint32_t blanks = at;
      bool ends_line = false;
      while (at < run.end && IsBlank(source_[at])) {
        ends_line |= source_[at] == '\n';
        ++at;
      }
      if (keeps_lines && ends_line) {
        Break(HtmlBreak::kLine);
      } else {
        Wait(blanks, at);
      }
      begin = at;
    }
    flush(run.end);
  }

 private:
  // Blanks on both sides of a tag are one, that of the first.
  void Wait(uint32_t begin, uint32_t end) {
    if (blank_waits_) return;
    blank_waits_ = true;
    blank_begin_ = begin;
    blank_end_ = end;
  }

  // A blank stands for all the bytes it was, unless it would begin a line.
  void PutBlank() {
    if (!blank_waits_) return;
    blank_waits_ = false;
    if (text_.size() == 0) return;
    const char last = text_.text().back();
    if (last == '\n' || last == '\t' || last == ' ') return;
    text_.Put(" ", blank_begin_, blank_end_);
  }

  std::string_view source_;
  SourcedText& text_;
  bool blank_waits_ = false;
  uint32_t blank_begin_ = 0, blank_end_ = 0;
};

bool IsInPre(const HtmlTree& tree, uint32_t node) {
  for (int up = 0; up < 8 && node != kNone; ++up) {
    if (tree.nodes[node].tag == HtmlTag::kPreformatted) return true;
    node = tree.nodes[node].parent;
  }
  return false;
}

}  // namespace

HtmlSelection SelectArticle(std::string_view source, const HtmlTree& tree,
                            const Furniture& furniture,
                            std::string_view title) {
  return Selector(source, tree, furniture, title).Select();
}

void AppendRuns(std::string_view source, const HtmlTree& tree,
                const std::vector<uint32_t>& runs, SourcedText& text) {
  RunLayout layout(source, text);
  uint32_t next = runs.empty() ? 0 : runs.front();
  for (const uint32_t run : runs) {
    // Runs left out between two do not join the lines around them.
    HtmlBreak before = HtmlBreak::kNone;
    for (; next <= run; ++next) {
      before = std::max(before, tree.runs[next].before);
    }
    layout.Break(before);
    layout.Add(tree.runs[run].span, IsInPre(tree, tree.runs[run].node));
  }
}

void AppendPageText(std::string_view source, uint32_t begin, uint32_t end,
                    SourcedText& text) {
  const HtmlTree tree = ParseHtml(source, begin, end);
  std::vector<bool> gone(tree.nodes.size());
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlTag tag = tree.nodes[i].tag;
    gone[i] = gone[tree.nodes[i].parent] || tag == HtmlTag::kLeftOut ||
              tag == HtmlTag::kScript || tag == HtmlTag::kTitle ||
              IsHidden(Cut(source, tree.nodes[i].attributes));
  }
  std::vector<uint32_t> runs;
  for (uint32_t i = 0; i < tree.runs.size(); ++i) {
    if (!gone[tree.runs[i].node]) runs.push_back(i);
  }
  AppendRuns(source, tree, runs, text);
}

}  // namespace crosscheck
