#include "checker/intake/read_articles.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "checker/intake/article_text.h"
#include "checker/intake/byte_stream.h"
#include "checker/intake/decode_bytes.h"
#include "checker/intake/draft.h"
#include "checker/intake/file_format.h"
#include "checker/intake/find_files.h"
#include "checker/intake/furniture.h"
#include "checker/intake/html_metadata.h"
#include "checker/intake/language.h"
#include "checker/intake/metadata.h"
#include "checker/intake/read_html.h"
#include "checker/intake/read_markdown.h"
#include "checker/intake/read_records.h"
#include "checker/intake/read_text.h"

namespace crosscheck {
namespace {

constexpr size_t kLookedAt = 4096;  // to tell a format by content

// One run over the files: what it has seen, and what it said.
class Intake {
 public:
  Intake(const IntakeOptions& options, const Rulebook& rules,
         const std::function<void(Article&&)>& sink)
      : options_(options), furniture_(rules), sink_(sink) {}

  // Usage that no file can mend.
  bool CheckOptions() {
    if (options_.input_format != "auto" &&
        !ReadFormatName(options_.input_format)) {
      Fault("--input-format",
            fmt::format("\"{}\" is no format; use auto, text, markdown, html "
                        "or jsonl",
                        options_.input_format));
      return false;
    }
    if (!options_.encoding.empty() && !IsEncoding(options_.encoding)) {
      Fault("--encoding",
            fmt::format("\"{}\" is not known; name one that is, such as "
                        "windows-1256",
                        options_.encoding));
      return false;
    }
    if (!options_.published.empty() && !ReadPublished(options_.published)) {
      Fault("--published",
            fmt::format("\"{}\" is no date; write one like 2025-01-28",
                        options_.published));
    }
    return true;
  }

  void ReadFiles(const FoundFiles& found) {
    for (const Problem& problem : found.problems) {
      log_.problems.push_back(problem);
    }
    for (const Problem& warning : found.warnings) {
      log_.warnings.push_back(warning);
    }
    std::map<std::string_view, int> names;
    for (const FoundFile& file : found.files) {
      ++names[file.name];
      std::error_code none;
      const auto bytes = std::filesystem::file_size(file.path, none);
      if (!none) all_bytes_ += bytes;
    }
    for (const FoundFile& file : found.files) {
      // Two files of one name are told apart by their paths.
      const std::string& id = names[file.name] > 1 ? file.path : file.name;
      if (file.path != "-") {
        sidecar_ = &SidecarOf(file.folder);
        Open(file.path, file.path, file.name, id, file.format);
        continue;
      }
      const std::string& path =
          options_.stdin_name.empty() ? file.path : options_.stdin_name;
      const std::string name = path.substr(path.rfind('/') + 1);
      sidecar_ = nullptr;
      Open("-", path, name, name, FormatOfFileName(name));
    }
  }

  void ReadStream(ByteStream& stream, const std::string& path,
                  const std::string& name, const std::string& id,
                  std::optional<FileFormat> format) {
    if (options_.input_format != "auto") {
      format = ReadFormatName(options_.input_format);
    }
    if (format == FileFormat::kRecords) {
      ReadRecordStream(stream, path, name);
      return;
    }
    std::string bytes = ReadAll(stream, options_.limit_article_bytes);
    if (!stream.fault().empty()) {
      Fault(path, fmt::format("{}; get the file whole", stream.fault()));
    }
    if (!format) {
      format = FormatOfContent(std::string_view(bytes).substr(0, kLookedAt));
      if (format == FileFormat::kRecords) {
        // The rest of it may be long: go on reading behind what was read.
        ByteStream begun =
            ByteStream::Before(std::move(bytes), std::move(stream));
        ReadRecordStream(begun, path, name);
        return;
      }
    }
    ReadWhole(std::move(bytes), path, name, id, *format);
  }

  IntakeLog Done() { return std::move(log_); }

 private:
  // `line` is that of a record in its file; 0 for a file as a whole.
  void Fault(const std::string& path, const std::string& what,
             uint64_t line = 0) {
    log_.problems.push_back({path, Message(path, line, what)});
  }
  void Warn(const std::string& path, const std::string& what,
            uint64_t line = 0) {
    log_.warnings.push_back({path, Message(path, line, what)});
  }
  static std::string Message(const std::string& path, uint64_t line,
                             const std::string& what) {
    return line == 0 ? fmt::format("{}: {}", path, what)
                     : fmt::format("{}:{}: {}", path, line, what);
  }

  const Sidecar& SidecarOf(const std::string& folder) {
    const auto found = sidecars_.find(folder);
    if (found != sidecars_.end()) return found->second;
    Sidecar& sidecar = sidecars_[folder] = ReadSidecar(folder);
    for (const Problem& problem : sidecar.problems) {
      log_.problems.push_back(problem);
    }
    return sidecar;
  }

  void Open(const std::string& file, const std::string& path,
            const std::string& name, const std::string& id,
            std::optional<FileFormat> format) {
    auto stream = ByteStream::Open(file);
    if (!stream.ok()) {
      Fault(path, fmt::format("cannot be opened ({}); check the path and its "
                              "permissions",
                              std::string(stream.status().message())));
      return;
    }
    stream_ = &*stream;
    ReadStream(*stream, path, name, id, format);
    stream_ = nullptr;
    done_bytes_ += stream->bytes_read();
  }

  void ReadRecordStream(ByteStream& stream, const std::string& path,
                        const std::string& name) {
    uint64_t seen = 0;
    ReadRecords(
        stream,
        {options_.limit_article_bytes, options_.limit_line_bytes,
         options_.encoding},
        [&](Draft&& draft, uint64_t line) {
          ++seen;
          if (draft.article.id.empty()) {
            draft.article.id = fmt::format("{}:{}", name, line);
          }
          draft.article.record_line = static_cast<uint32_t>(line);
          Finish(std::move(draft), path, name, line);
        },
        [&](uint64_t line, const std::string& what) {
          ++seen;
          Fault(path, what, line);
        });
    if (!stream.fault().empty()) {
      Fault(path, fmt::format("{}; get the file whole", stream.fault()));
    } else if (seen == 0) {
      Fault(path, "empty; leave it out, or put records in it");
    }
  }

  void ReadWhole(std::string bytes, const std::string& path,
                 const std::string& name, const std::string& id,
                 FileFormat format) {
    Draft draft;
    const uint64_t limit = options_.limit_article_bytes;
    if (bytes.size() > limit) {
      bytes.resize(CutPlace(bytes, limit));
      draft.article.notes.push_back(fmt::format(
          "cut at byte {}: longer than {} bytes", bytes.size(), limit));
      draft.warnings.push_back(draft.article.notes.back());
    }
    std::string encoding = options_.encoding;
    if (encoding.empty() && format == FileFormat::kHtml) {
      encoding = DeclaredEncoding(bytes);
    }
    DecodedBytes decoded = DecodeBytes(std::move(bytes), encoding);
    if (!decoded.fault.empty()) Fault(path, decoded.fault);
    if (!decoded.usable) return;
    if (Trim(decoded.text).empty()) {
      if (decoded.fault.empty()) {
        Fault(path, "empty; leave it out, or put an article in it");
      }
      return;
    }
    draft.article.id = id;
    draft.article.fields = {""};
    draft.article.recoding = std::move(decoded.recoding);
    draft.article.text = std::move(decoded.text);
    if (format == FileFormat::kMarkdown) ReadMarkdown(draft);
    if (format == FileFormat::kHtml) {
      ReadHtml(furniture_, draft);
      MendLanguage(draft);
    }
    Finish(std::move(draft), path, name, 0);
  }

  // Pages often carry the language of the site's template. One that is not
  // even written in the text's script is not believed.
  void MendLanguage(Draft& draft) {
    std::string& language = draft.metadata.language;
    if (language.empty() ||
        MayBeWrittenIn(ReadLanguageTag(language), draft.article.text)) {
      return;
    }
    draft.article.notes.push_back(fmt::format(
        "the page says language \"{}\", its text is in another script",
        language));
    language.clear();
  }

  // Fills in what the reader left open, and hands the article on. `line` is
  // that of a record in its file; 0: it is the file.
  void Finish(Draft&& draft, const std::string& path, const std::string& name,
              uint64_t line) {
    Article& article = draft.article;
    article.path = path;
    if (sidecar_ != nullptr) {
      for (const std::string& key : {article.id, name}) {
        const auto entry = sidecar_->articles.find(key);
        if (entry != sidecar_->articles.end()) {
          FillFrom(entry->second, draft.metadata);
        }
      }
    }
    Metadata flags;
    flags.language = options_.language;
    flags.outlet = options_.outlet;
    if (ReadPublished(options_.published)) flags.published = options_.published;
    FillFrom(flags, draft.metadata);
    if (!Apply(draft.metadata, article)) {
      Fault(
          path,
          fmt::format("published \"{}\" is no date; write one like 2025-01-28",
                      draft.metadata.published),
          line);
    }
    if (options_.keep_furniture) {
      TakeOutReturns(article);
    } else {
      TakeOutFurniture(furniture_, article.title, article);
    }
    FindHeadline(article.title, article);
    for (const std::string& what : draft.problems) Fault(path, what, line);
    for (const std::string& what : draft.warnings) Warn(path, what, line);
    const std::string_view body =
        std::string_view(article.text).substr(article.title_span.end);
    if (Trim(body).empty() && Trim(article.text).empty()) {
      Fault(path, "no text of an article in it; leave it out", line);
      return;
    }
    if (article.language.empty()) {
      article.language = DetectLanguage(article.text);
    }
    const uint64_t hash = XXH3_64bits(article.id.data(), article.id.size());
    if (!ids_[hash % ids_.size()].insert(hash).second) {
      Fault(path,
            fmt::format("a second article \"{}\", left out; give each an id of "
                        "its own",
                        article.id),
            line);
      return;
    }
    ++log_.articles;
    if (options_.on_bytes) {
      options_.on_bytes(done_bytes_ + (stream_ ? stream_->bytes_read() : 0),
                        all_bytes_);
    }
    sink_(std::move(article));
  }

  const IntakeOptions& options_;
  const Furniture furniture_;
  const std::function<void(Article&&)>& sink_;
  IntakeLog log_;
  const ByteStream* stream_ = nullptr;  // the file being read
  uint64_t done_bytes_ = 0;             // of the files before it
  uint64_t all_bytes_ = 0;
  std::map<std::string, Sidecar> sidecars_;
  const Sidecar* sidecar_ = nullptr;  // of the folder being read
  // Hashes, not ids: an archive has tens of millions. In many sets, since one
  // that grows stands beside its twice larger self for a while.
  std::array<absl::flat_hash_set<uint64_t>, 64> ids_;
};

IntakeResult Collect(
    const std::function<IntakeLog(const std::function<void(Article&&)>&)>&
        read) {
  IntakeResult result;
  IntakeLog log = read([&](Article&& article) {
    result.articles.push_back(std::move(article));
  });
  result.problems = std::move(log.problems);
  result.warnings = std::move(log.warnings);
  return result;
}

}  // namespace

IntakeLog ReadArticles(const std::vector<std::string>& paths,
                       const IntakeOptions& options, const Rulebook& rules,
                       const std::function<void(Article&&)>& sink) {
  Intake intake(options, rules, sink);
  if (intake.CheckOptions()) {
    intake.ReadFiles(
        FindFiles(paths, options.ignored, options.input_format != "auto"));
  }
  return intake.Done();
}

IntakeResult ReadArticles(const std::vector<std::string>& paths,
                          const IntakeOptions& options, const Rulebook& rules) {
  return Collect([&](const std::function<void(Article &&)>& sink) {
    return ReadArticles(paths, options, rules, sink);
  });
}

IntakeResult ReadArticleBytes(std::string_view path, std::string bytes,
                              const IntakeOptions& options,
                              const Rulebook& rules) {
  return Collect([&](const std::function<void(Article &&)>& sink) {
    Intake intake(options, rules, sink);
    if (intake.CheckOptions()) {
      ByteStream stream = ByteStream::Over(bytes);
      const std::string whole(path);
      const std::string name = whole.substr(whole.rfind('/') + 1);
      intake.ReadStream(stream, whole, name, name, FormatOfFileName(name));
    }
    return intake.Done();
  });
}

}  // namespace crosscheck
