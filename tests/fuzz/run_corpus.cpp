// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over the files and folders named, where libFuzzer is not available: every
// file as it is, every prefix of it, and each of its bytes flipped.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

constexpr size_t maximumVariants = 4096;

void runVariants(std::vector<uint8_t> bytes)
{
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    const size_t step = bytes.size() / maximumVariants + 1;
    for (size_t length = 0; length < bytes.size(); length += step) {
        // A copy of the exact size, so that a read past the end is one past the allocation.
        const std::vector<uint8_t> prefix(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
        LLVMFuzzerTestOneInput(prefix.data(), prefix.size());
    }
    for (size_t position = 0; position < bytes.size(); position += step) {
        bytes[position] ^= 0xff;
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        bytes[position] ^= 0xff;
    }
}

} // namespace

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        std::vector<std::filesystem::path> files;
        if (std::filesystem::is_directory(argv[i])) {
            for (const auto &entry : std::filesystem::recursive_directory_iterator(argv[i])) {
                if (entry.is_regular_file())
                    files.push_back(entry.path());
            }
        } else {
            files.emplace_back(argv[i]);
        }
        for (const auto &file : files) {
            std::ifstream stream(file, std::ios::binary);
            if (!stream) {
                std::fprintf(stderr, "cannot read %s\n", file.c_str());
                return 1;
            }
            runVariants({ std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>() });
            ++count;
        }
    }
    if (count == 0) {
        std::fprintf(stderr, "no corpus: nothing was run\n");
        return 1;
    }
    std::printf("%zu files\n", count);
    return 0;
}
