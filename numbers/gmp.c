/* requires: numbers of at most a few thousand bytes, which the rules see to.  GMP aborts only when
 * memory runs out. */
#include "numbers/numbers.h"

#include <gmp.h>
#include <string.h>

enum { REPETITIONS = 25, SMALL = 65536 };

static void import(mpz_t to, struct vt_number from) {
    mpz_init(to);
    mpz_import(to, from.size, 1, 1, 1, 0, from.bytes);
}

static bool is_prime(struct vt_number n) {
    mpz_t number;
    import(number, n);
    bool prime = mpz_probab_prime_p(number, REPETITIONS) > 0;
    mpz_clear(number);
    return prime;
}

static bool is_safe(struct vt_number p) {
    mpz_t half;
    import(half, p);
    mpz_fdiv_q_2exp(half, half, 1);
    bool prime = mpz_probab_prime_p(half, REPETITIONS) > 0;
    mpz_clear(half);
    return prime;
}

static uint32_t small_factor(struct vt_number n) {
    mpz_t number;
    uint32_t factor = 0;
    import(number, n);
    for (uint32_t d = 2; d < SMALL && !factor; d += 1 + (d > 2)) /* what divides first is prime */
        if (mpz_divisible_ui_p(number, d) && mpz_cmp_ui(number, d) != 0)
            factor = d;
    mpz_clear(number);
    return factor;
}

static bool divides_before(struct vt_number q, struct vt_number p) {
    mpz_t small, large;
    import(small, q);
    import(large, p);
    mpz_sub_ui(large, large, 1);
    bool divides = mpz_sgn(small) > 0 && mpz_divisible_p(large, small) != 0;
    mpz_clears(small, large, NULL);
    return divides;
}

static bool is_before(struct vt_number n, struct vt_number p) {
    mpz_t small, large;
    import(small, n);
    import(large, p);
    mpz_add_ui(small, small, 1);
    bool before = mpz_cmp(small, large) == 0;
    mpz_clears(small, large, NULL);
    return before;
}

/* 4a^3 + 27b^2 is 0 modulo p. */
static bool is_singular(const struct vt_curve *curve) {
    mpz_t p, a, b, sum;
    import(p, curve->p);
    import(a, curve->a);
    import(b, curve->b);
    mpz_init(sum);
    mpz_pow_ui(sum, a, 3);
    mpz_mul_ui(sum, sum, 4);
    mpz_mul(b, b, b);
    mpz_mul_ui(b, b, 27);
    mpz_add(sum, sum, b);
    bool singular = mpz_sgn(p) > 0 && mpz_divisible_p(sum, p) != 0;
    mpz_clears(p, a, b, sum, NULL);
    return singular;
}

static bool is_on_curve(const struct vt_curve *curve, struct vt_number x, struct vt_number y) {
    mpz_t p, a, sum, at, square;
    import(p, curve->p);
    import(a, curve->a);
    import(sum, curve->b);
    import(at, x);
    import(square, y);
    mpz_addmul(sum, a, at);
    mpz_pow_ui(at, at, 3);
    mpz_add(sum, sum, at);
    mpz_mul(square, square, square);
    bool on = mpz_sgn(p) > 0 && mpz_congruent_p(square, sum, p) != 0;
    mpz_clears(p, a, sum, at, square, NULL);
    return on;
}

static size_t from_decimal(const char *text, uint8_t *bytes, size_t room) {
    mpz_t number;
    size_t size = 0;
    if (!*text || text[strspn(text, "0123456789")])
        return 0;
    mpz_init_set_str(number, text, 10);
    if ((mpz_sizeinbase(number, 2) + 7) / 8 <= room)
        mpz_export(bytes, &size, 1, 1, 1, 0, number);
    mpz_clear(number);
    return size;
}

const struct vt_numbers vt_gmp_numbers = {
    .is_prime = is_prime,
    .is_safe = is_safe,
    .small_factor = small_factor,
    .divides_before = divides_before,
    .is_before = is_before,
    .is_singular = is_singular,
    .is_on_curve = is_on_curve,
    .from_decimal = from_decimal,
};
