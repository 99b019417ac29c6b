#include "checker/cli/config.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <filesystem>

#include "checker/model/decimal.h"
#include "checker/rulebook/rule_source.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string_view> kKeys = {
    "paths",   "rules",    "levels",       "tolerances", "ignored_fields",
    "fail_on", "baseline", "dispositions", "facts",      "ledger"};
const std::vector<std::string_view> kLevelNames = {"error", "warning", "note",
                                                   "none", "never"};

class Reader {
 public:
  Reader(const std::string& path,
         const std::vector<std::string_view>& tolerance_names,
         const std::vector<std::string_view>& rule_names)
      : path_(path),
        folder_(fs::path(path).parent_path()),
        tolerance_names_(tolerance_names),
        rule_names_(rule_names) {}

  void Read(const YAML::Node& root) {
    config_.path = path_;
    if (root.IsNull()) return;
    if (!root.IsMap()) {
      Fault(root, "not a list of keys; write \"key: value\" lines");
      return;
    }
    for (const auto& entry : root) {
      const std::string key = entry.first.as<std::string>();
      const YAML::Node& value = entry.second;
      if (key == "paths") {
        config_.paths = Paths(value);
      } else if (key == "rules") {
        config_.rules = Paths(value);
      } else if (key == "baseline") {
        config_.baselines = Paths(value);
      } else if (key == "dispositions") {
        config_.dispositions = Paths(value);
      } else if (key == "facts") {
        config_.facts = Paths(value);
      } else if (key == "ledger") {
        const std::vector<std::string> paths = Paths(value);
        if (paths.size() == 1) {
          config_.ledger = paths[0];
        } else {
          Fault(value, "one file is wanted here");
        }
      } else if (key == "ignored_fields") {
        config_.ignored_fields = Texts(value);
      } else if (key == "fail_on") {
        if (const auto level = ReadLevel(value)) config_.fail_on = *level;
      } else if (key == "levels") {
        ReadMap(value, rule_names_,
                [&](const std::string& name, const YAML::Node& node) {
                  if (const auto level = ReadLevel(node)) {
                    config_.levels[name] = *level;
                  }
                });
      } else if (key == "tolerances") {
        ReadMap(value, tolerance_names_,
                [&](const std::string& name, const YAML::Node& node) {
                  const std::string text = Text(node);
                  if (!Decimal::Parse(text)) {
                    Fault(node, fmt::format("\"{}\" is no number; write digits "
                                            "such as 2.5",
                                            text));
                  }
                  config_.tolerances[name] = text;
                });
      } else {
        Unknown(entry.first, key, kKeys);
      }
    }
  }

  absl::StatusOr<Config> Finish() {
    if (faults_.empty()) return std::move(config_);
    return absl::InvalidArgumentError(
        fmt::format("{}", fmt::join(faults_, "\n")));
  }

 private:
  void Fault(const YAML::Node& node, const std::string& message) {
    faults_.push_back(fmt::format("{}:{}:{}: {}", path_, node.Mark().line + 1,
                                  node.Mark().column + 1, message));
  }

  void Unknown(const YAML::Node& node, const std::string& key,
               const std::vector<std::string_view>& known) {
    const std::string_view near = NearestWord(key, known);
    Fault(node, near.empty()
                    ? fmt::format("unknown key \"{}\"; known are {}", key,
                                  fmt::join(known, ", "))
                    : fmt::format("unknown key \"{}\"; did you mean \"{}\"?",
                                  key, near));
  }

  std::string Text(const YAML::Node& node) {
    if (node.IsScalar()) return node.Scalar();
    Fault(node, "a single value is wanted here");
    return "";
  }

  std::vector<std::string> Texts(const YAML::Node& node) {
    if (node.IsScalar()) return {node.Scalar()};
    std::vector<std::string> out;
    if (!node.IsSequence()) {
      Fault(node, "a list is wanted here; write \"[one, two]\"");
      return out;
    }
    for (const YAML::Node& item : node) out.push_back(Text(item));
    return out;
  }

  std::vector<std::string> Paths(const YAML::Node& node) {
    std::vector<std::string> out = Texts(node);
    for (std::string& path : out) {
      if (fs::path(path).is_relative() && !folder_.empty()) {
        path = (folder_ / path).string();
      }
    }
    return out;
  }

  std::optional<Level> ReadLevel(const YAML::Node& node) {
    const std::string text = Text(node);
    if (text == "never") return Level::kNone;
    if (const auto level = ParseLevel(text)) return level;
    Fault(node, fmt::format("unknown level \"{}\"; use one of {}", text,
                            fmt::join(kLevelNames, ", ")));
    return std::nullopt;
  }

  template <typename Take>
  void ReadMap(const YAML::Node& node,
               const std::vector<std::string_view>& names, const Take& take) {
    if (!node.IsMap()) {
      Fault(node, "\"name: value\" lines are wanted here");
      return;
    }
    for (const auto& entry : node) {
      const std::string name = entry.first.as<std::string>();
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        Unknown(entry.first, name, names);
        continue;
      }
      take(name, entry.second);
    }
  }

  const std::string& path_;
  fs::path folder_;
  const std::vector<std::string_view>& tolerance_names_;
  const std::vector<std::string_view>& rule_names_;
  Config config_;
  std::vector<std::string> faults_;
};

}  // namespace

absl::StatusOr<Config> ReadConfig(
    const std::string& path, std::string_view text,
    const std::vector<std::string_view>& tolerance_names,
    const std::vector<std::string_view>& rule_names) {
  // yaml-cpp throws; nothing it throws passes this function.
  try {
    Reader reader(path, tolerance_names, rule_names);
    reader.Read(YAML::Load(std::string(text)));
    return reader.Finish();
  } catch (const YAML::Exception& error) {
    return absl::InvalidArgumentError(
        fmt::format("{}:{}:{}: not YAML: {}; mend the file", path,
                    error.mark.line + 1, error.mark.column + 1, error.msg));
  }
}

std::optional<std::string> FindConfig(const std::string& flag,
                                      const std::string& folder) {
  if (!flag.empty()) return flag;
  if (const char* named = std::getenv("CROSSCHECK_CONFIG");
      named != nullptr && *named != '\0') {
    return std::string(named);
  }
  std::error_code error;
  fs::path at = fs::absolute(folder, error);
  if (error) return std::nullopt;
  for (at = (at / "").lexically_normal().parent_path();;
       at = at.parent_path()) {
    const fs::path file = at / ".crosscheck.yaml";
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) return file.string();
    if (!at.has_relative_path()) return std::nullopt;
  }
}

}  // namespace crosscheck
