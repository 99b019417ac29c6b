#ifndef CROSSCHECK_CHECKER_RULEBOOK_BLOB_FORMAT_H_
#define CROSSCHECK_CHECKER_RULEBOOK_BLOB_FORMAT_H_

#include <cstdint>

namespace crosscheck {

// The compiled rules as one block of bytes, native byte order, sections
// aligned to eight bytes. Written by CompileRules, mapped by Rulebook; both
// run on the machine's own kind, so no portability is promised.
inline constexpr uint64_t kBlobMagic = 0x34304B4F4F425843;  // "CXBOOK04"

enum BlobSection : uint32_t {
  kBlobTexts,
  kBlobRules,
  kBlobAttributes,
  kBlobExamples,
  kBlobLanguages,
  kBlobSlots,
  kBlobEdges,
  kBlobEntryBegin,
  kBlobEntries,
  kBlobStarts,
  kBlobFormWordsBegin,  // rule -> first of its form words; one past the last
  kBlobFormWords,       // of each form: how many words, then their ids
  kBlobFilter,          // bits: may a word with such a hash be in the lexicon?
  kBlobWords,           // word -> the kinds it begins phrases of, its node
  kBlobNodesGoOn,       // node -> a bit: does a longer phrase go through it?
  kBlobEdgeFilter,      // bits: may a node and word with such a hash go on?
  kBlobSectionCount,
};

struct BlobHeader {
  uint64_t magic;
  uint64_t digest;
  struct {
    uint64_t begin, size;
  } sections[kBlobSectionCount];
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_BLOB_FORMAT_H_
