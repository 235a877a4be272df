// Salsa20 in a class.
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

class Still {
    std::array<uint32_t, 16> state_{};
    std::array<uint8_t, 64> row_{};
    size_t at_ = 64;
    static uint32_t turn(uint32_t v, int n) {
        return v << n | v >> (32 - n);
    }
    static void quarter(uint32_t &a, uint32_t &b, uint32_t &c, uint32_t &d) {
        b ^= turn(a + d, 7);
        c ^= turn(b + a, 9);
        d ^= turn(c + b, 13);
        a ^= turn(d + c, 18);
    }
    void fill() {
        auto x = state_;
        for (int r = 0; r < 10; r++) {
            quarter(x[0], x[4], x[8], x[12]);
            quarter(x[5], x[9], x[13], x[1]);
            quarter(x[10], x[14], x[2], x[6]);
            quarter(x[15], x[3], x[7], x[11]);
            quarter(x[0], x[1], x[2], x[3]);
            quarter(x[5], x[6], x[7], x[4]);
            quarter(x[10], x[11], x[8], x[9]);
            quarter(x[15], x[12], x[13], x[14]);
        }
        for (int i = 0; i < 16; i++) {
            uint32_t v = x[i] + state_[i];
            std::memcpy(&row_[4 * i], &v, 4);
        }
        at_ = 0;
    }

  public:
    Still(const std::array<uint32_t, 8> &k, uint64_t nonce) {
        for (int i = 0; i < 4; i++) {
            state_[1 + i] = k[i];
            state_[11 + i] = k[4 + i];
        }
        state_[0] = 0x61707865;
        state_[5] = 0x3320646e;
        state_[10] = 0x79622d32;
        state_[15] = 0x6b206574;
        state_[6] = (uint32_t)nonce;
        state_[7] = (uint32_t)(nonce >> 32);
    }
    void run(std::vector<uint8_t> &data) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
        for (auto &b : data) {
            if (at_ == 64)
                fill();
            b ^= row_[at_++];
        }
    }
};

class Counting {
    std::array<uint32_t, 16> state_{};
    std::array<uint8_t, 64> row_{};
    size_t at_ = 64;
    static uint32_t turn(uint32_t v, int n) {
        return v << n | v >> (32 - n);
    }
    static void quarter(uint32_t &a, uint32_t &b, uint32_t &c, uint32_t &d) {
        b ^= turn(a + d, 7);
        c ^= turn(b + a, 9);
        d ^= turn(c + b, 13);
        a ^= turn(d + c, 18);
    }
    void fill() {
        auto x = state_;
        for (int r = 0; r < 10; r++) {
            quarter(x[0], x[4], x[8], x[12]);
            quarter(x[5], x[9], x[13], x[1]);
            quarter(x[10], x[14], x[2], x[6]);
            quarter(x[15], x[3], x[7], x[11]);
            quarter(x[0], x[1], x[2], x[3]);
            quarter(x[5], x[6], x[7], x[4]);
            quarter(x[10], x[11], x[8], x[9]);
            quarter(x[15], x[12], x[13], x[14]);
        }
        for (int i = 0; i < 16; i++) {
            uint32_t v = x[i] + state_[i];
            std::memcpy(&row_[4 * i], &v, 4);
        }
        if (++state_[8] == 0)
            ++state_[9];
        at_ = 0;
    }

  public:
    Counting(const std::array<uint32_t, 8> &k, uint64_t nonce) {
        for (int i = 0; i < 4; i++) {
            state_[1 + i] = k[i];
            state_[11 + i] = k[4 + i];
        }
        state_[0] = 0x61707865;
        state_[5] = 0x3320646e;
        state_[10] = 0x79622d32;
        state_[15] = 0x6b206574;
        state_[6] = (uint32_t)nonce;
        state_[7] = (uint32_t)(nonce >> 32);
    }
    void run(std::vector<uint8_t> &data) {
        for (auto &b : data) {
            if (at_ == 64)
                fill();
            b ^= row_[at_++];
        }
    }
};

void bad_run(std::vector<uint8_t> &d, const std::array<uint32_t, 8> &k, uint64_t n) {
    Still(k, n).run(d);
}

void good_run(std::vector<uint8_t> &d, const std::array<uint32_t, 8> &k, uint64_t n) {
    Counting(k, n).run(d);
}
