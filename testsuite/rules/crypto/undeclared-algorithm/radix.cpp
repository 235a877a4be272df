// The base point of Ed25519 in ten signed limbs, and the clamp of Poly1305 in 64 bits.
#include <array>
#include <cstdint>

namespace {
// expected-warning-re@+1 {{{{.*}}uses Ed25519,{{.*}}[vitrine: crypto/undeclared-algorithm]}}
const std::int32_t base[10] = {-14297830, -7645148,  16144683, -16471763, 27570974,
                               -2696100,  -26142465, 8378389,  20764389,  8758491};
const std::int32_t waves[10] = {-14297830, -7645140,  16144680, -16471760, 27570970,
                                -2696100,  -26142460, 8378380,  20764380,  8758490};
} // namespace

void bad_base(std::array<std::int64_t, 10> &to) {
    for (std::size_t i = 0; i < 10; i++)
        to[i] = to[i] * base[i];
}

void good_waves(std::array<std::int64_t, 10> &to) {
    for (std::size_t i = 0; i < 10; i++)
        to[i] = to[i] * waves[i];
}

void bad_clamp(std::uint64_t r[2]) {
    // expected-warning-re@+1 {{{{.*}}uses Poly1305,{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    r[0] &= 0x0ffffffc0fffffff;
    r[1] &= 0x0ffffffc0ffffffc;
}
