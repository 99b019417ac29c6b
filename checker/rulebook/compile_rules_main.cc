// Build tool: compiles rule files into the bytes that are embedded.
//   compile_rules OUT FILE.yaml…
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>

#include "checker/rulebook/compile_rules.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: compile_rules OUT FILE.yaml…\n", stderr);
    return 2;
  }
  std::vector<crosscheck::SourceRule> rules;
  std::vector<crosscheck::RuleFault> faults;
  std::unordered_map<std::string, std::string> places;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)),
                           std::istreambuf_iterator<char>());
    crosscheck::RuleSources one = crosscheck::ReadRuleFile(argv[i], text);
    for (auto& rule : one.rules) {
      const auto [at, is_new] = places.emplace(rule.id, rule.path);
      if (is_new) {
        rules.push_back(std::move(rule));
      } else {
        one.faults.push_back({rule.path, rule.line, rule.column,
                              "id \"" + rule.id + "\" is taken by " +
                                  at->second + "; rename one"});
      }
    }
    faults.insert(faults.end(), one.faults.begin(), one.faults.end());
  }
  crosscheck::CompiledRules compiled =
      crosscheck::CompileRules(std::move(rules));
  faults.insert(faults.end(), compiled.faults.begin(), compiled.faults.end());
  for (const auto& fault : faults) {
    std::fprintf(stderr, "%s\n", crosscheck::ToString(fault).c_str());
  }
  if (!faults.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out.write(compiled.bytes.data(),
            static_cast<std::streamsize>(compiled.bytes.size()));
  return out ? 0 : 1;
}
