#ifndef CROSSCHECK_CHECKER_INTAKE_READ_ARTICLES_H_
#define CROSSCHECK_CHECKER_INTAKE_READ_ARTICLES_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/report.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// How to read what is given. The metadata fill what neither the article nor
// the sources.json beside it says.
struct IntakeOptions {
  std::string input_format = "auto";  // auto|text|markdown|html|jsonl
  std::string language;               // --lang
  std::string published;              // --published
  std::string outlet;
  std::string stdin_name;  // what "-" is called; empty: "-"
  // What input that is not UTF-8 is written in ("windows-1256"); UTF-8 input
  // is read as such whatever this says.
  std::string encoding;
  // Shell patterns (*, ?, [ab]) of paths or file names that a walk leaves out.
  std::vector<std::string> ignored;
  bool keep_furniture = false;  // leave site lines in the text
  // Called before each article is handed on, with the bytes of the files read
  // so far and of all of them (0 for standard input). For a progress bar.
  std::function<void(uint64_t done, uint64_t all)> on_bytes;
  // An article longer than this is cut, with a note and a warning.
  uint64_t limit_article_bytes = uint64_t{64} << 20;
  // A JSON Lines line longer than this is a problem and is passed over.
  uint64_t limit_line_bytes = uint64_t{512} << 20;
};

// Problem::message begins with the place ("a/x.txt: empty; …",
// "n.jsonl:3: …", "x.txt: byte 17: …"); Problem::path is the file as named.
struct IntakeLog {
  std::vector<Problem> problems;  // the job could not be done: exit code 2
  std::vector<Problem> warnings;  // left out or mended, worth a line
  uint64_t articles = 0;          // handed to the sink
};

struct IntakeResult {
  std::vector<Article> articles;
  std::vector<Problem> problems;
  std::vector<Problem> warnings;
};

// Reads files, folders (walked in sorted order, without sources.json, dot
// files and files of no known kind) and "-" (standard input), and gives each
// article to `sink` in that order. A bad file, line or date is a Problem; the
// rest is read. A file named twice is read once; of two articles with one id
// the first is kept and the second is a Problem.
//
// An article's id is its file name; where two files share one, the path. A
// record's is its "id", else file name and line ("news.jsonl:3").
//
// Metadata come from the article itself (JSON Lines fields, front matter,
// JSON-LD, meta tags), else from sources.json in its folder, else from
// `options`; the language, where nothing says it, from the text.
//
// Memory: JSON Lines hold one block and one line; of a file, its bytes. Cost:
// one pass over the bytes. Not for two threads at once on standard input.
//
//   x.txt     بلغت الكلفة 5.6 مليون دولار
//   ReadArticles({"x.txt"}, {}, rules).articles[0].language   // "ar"
IntakeLog ReadArticles(const std::vector<std::string>& paths,
                       const IntakeOptions& options, const Rulebook& rules,
                       const std::function<void(Article&&)>& sink);

// The same, all at once.
IntakeResult ReadArticles(const std::vector<std::string>& paths,
                          const IntakeOptions& options, const Rulebook& rules);

// The same for bytes in memory, as if they were the file `path` (which is not
// opened, nor is a sources.json beside it).
IntakeResult ReadArticleBytes(std::string_view path, std::string bytes,
                              const IntakeOptions& options,
                              const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_READ_ARTICLES_H_
