#include "checker/intake/read_markdown.h"

#include <fmt/format.h>
#include <md4c.h>

#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/intake/article_text.h"
#include "checker/intake/front_matter.h"
#include "checker/intake/html_entity.h"
#include "checker/intake/html_page.h"

namespace crosscheck {
namespace {

constexpr unsigned kDialect =
    MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;

// Takes md4c's events and lays out text. md4c hands on pointers into the
// document, which is what leads home; what does not point there (the newline
// of a soft break) stands for the bytes between its neighbours.
class Layout {
 public:
  Layout(std::string_view source, uint32_t begin)
      : source_(source), body_(source.substr(begin)), text_(source) {}

  void Headline(const Span& title) {
    if (IsEmpty(title)) return;
    text_.Copy(title.begin, title.end);
    title_span_ = {0, text_.size()};
    text_.Add('\n');
    has_headline_ = true;
  }

  bool Parse() {
    MD_PARSER parser = {};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* layout) {
      static_cast<Layout*>(layout)->EnterBlock(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* layout) {
      static_cast<Layout*>(layout)->LeaveBlock(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* layout) {
      static_cast<Layout*>(layout)->EnterSpan(type, detail);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* layout) {
      static_cast<Layout*>(layout)->LeaveSpan(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* layout) {
      static_cast<Layout*>(layout)->Text(type, {text, size});
      return 0;
    };
    return md_parse(body_.data(), static_cast<MD_SIZE>(body_.size()), &parser,
                    this) == 0;
  }

  void MoveTo(Article& article) {
    article.source = std::string(source_);
    text_.MoveTo(article);
    article.title_span = title_span_;
    article.title = std::string(Cut(article.text, title_span_));
  }

 private:
  void StartLine() {
    blank_waits_ = false;
    if (text_.size() > 0 && text_.text().back() != '\n') text_.Add('\n');
  }

  void EnterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_CODE:
        ++silent_;
        break;
      case MD_BLOCK_HTML:
        html_begin_ = html_end_ = 0;
        break;
      case MD_BLOCK_H:
        StartLine();
        in_title_ = !has_headline_ && silent_ == 0 &&
                    static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1;
        if (in_title_) title_span_.begin = text_.size();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        if (text_.size() > 0 && text_.text().back() != '\n') text_.Add('\t');
        blank_waits_ = false;
        break;
      default:
        StartLine();
    }
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_CODE:
        --silent_;
        break;
      case MD_BLOCK_HTML:
        if (html_begin_ < html_end_ && silent_ == 0) {
          StartLine();
          AppendPageText(source_, html_begin_, html_end_, text_);
        }
        StartLine();
        break;
      case MD_BLOCK_H:
        if (in_title_) {
          title_span_.end = text_.size();
          has_headline_ = !IsEmpty(title_span_);
          in_title_ = false;
        }
        StartLine();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        break;
      default:
        StartLine();
    }
  }

  void EnterSpan(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) ++silent_;
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      link_.assign(href.text != nullptr ? href.text : "",
                   href.text != nullptr ? href.size : 0);
      link_begin_ = text_.size();
    }
  }

  void LeaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) --silent_;
    if (type == MD_SPAN_A && link_begin_ < text_.size()) {
      // A link whose text is its own address says nothing.
      const std::string_view shown =
          Trim(std::string_view(text_.text()).substr(link_begin_));
      if (link_.size() >= shown.size() &&
          std::string_view(link_).substr(link_.size() - shown.size()) ==
              shown) {
        text_.Cut(link_begin_);
      }
    }
  }

  void Text(MD_TEXTTYPE type, std::string_view text) {
    const bool is_home =
        text.data() >= body_.data() &&
        text.data() + text.size() <= body_.data() + body_.size();
    const auto begin = static_cast<uint32_t>(
        is_home ? text.data() - source_.data() : last_end_);
    const auto end = static_cast<uint32_t>(begin + (is_home ? text.size() : 0));
    if (is_home) last_end_ = end;
    if (type == MD_TEXT_HTML) {
      // Tags in a line are dropped; blocks of HTML are read as such.
      if (is_home) {
        if (html_end_ == 0) html_begin_ = begin;
        html_end_ = end;
      }
      return;
    }
    if (silent_ > 0) return;
    switch (type) {
      case MD_TEXT_BR:
        StartLine();
        return;
      case MD_TEXT_SOFTBR:
        blank_waits_ = true;
        blank_begin_ = last_end_;
        return;
      case MD_TEXT_NULLCHAR:
        return;
      default:
        break;
    }
    if (!is_home || text.empty()) return;
    if (blank_waits_) {
      blank_waits_ = false;
      if (text_.size() > 0 && text_.text().back() != '\n') {
        text_.Put(" ", blank_begin_, begin);
      }
    }
    if (type == MD_TEXT_ENTITY) {
      const HtmlEntity entity = ReadEntity(text);
      if (entity.length > 0) {
        text_.Put(entity.text, begin, end);
        return;
      }
    }
    text_.Copy(begin, end);
  }

  std::string_view source_, body_;
  SourcedText text_;
  Span title_span_;
  bool has_headline_ = false, in_title_ = false;
  int silent_ = 0;
  uint32_t last_end_ = 0;
  bool blank_waits_ = false;
  uint32_t blank_begin_ = 0;
  std::string link_;
  uint32_t link_begin_ = 0;
  uint32_t html_begin_ = 0, html_end_ = 0;
};

}  // namespace

void ReadMarkdown(Draft& draft) {
  Article& article = draft.article;
  if (article.text.size() > kMarkdownLimit) {
    draft.warnings.push_back(
        fmt::format("longer than {} bytes of Markdown; read as plain text",
                    kMarkdownLimit));
    return;
  }
  const std::string source = std::move(article.text);
  FrontMatter front = ReadFrontMatter(source);
  if (!front.fault.empty()) draft.problems.push_back(front.fault);
  Layout layout(source, front.end);
  layout.Headline(front.title);
  if (!layout.Parse()) {
    draft.problems.push_back(
        "cannot be read as Markdown; try --input-format "
        "text");
  }
  layout.MoveTo(article);
  if (article.title.empty()) article.title = front.metadata.title;
  draft.metadata = std::move(front.metadata);
}

}  // namespace crosscheck
