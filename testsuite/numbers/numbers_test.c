/* Numbers small enough to reckon by hand, and a few that are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "numbers/numbers.h"

static const struct vt_numbers *const numbers = &vt_gmp_numbers;

/* VALUE as a number, in BYTES. */
static struct vt_number number_of(uint64_t value, uint8_t bytes[8]) {
    size_t size = 0;
    for (int shift = 56; shift >= 0; shift -= 8)
        if (size || value >> shift & 0xff)
            bytes[size++] = (uint8_t)(value >> shift);
    return (struct vt_number){bytes, size};
}

#define NUMBER(value) number_of(value, (uint8_t[8]){0})

static void primes(void **state) {
    (void)state;
    assert_true(numbers->is_prime(NUMBER(2)));
    assert_true(numbers->is_prime(NUMBER(0xffffffffffffffc5)));
    assert_false(numbers->is_prime(NUMBER(0)));
    assert_false(numbers->is_prime(NUMBER(1)));
    assert_false(numbers->is_prime(NUMBER(561)));        /* fools Fermat */
    assert_false(numbers->is_prime(NUMBER(3215031751))); /* fools Miller-Rabin to 2, 3, 5, 7 */
    uint8_t mersenne[66];                                /* 2^521 - 1 */
    memset(mersenne, 0xff, sizeof mersenne);
    mersenne[0] = 1;
    assert_true(numbers->is_prime((struct vt_number){mersenne, sizeof mersenne}));
    mersenne[65] = 0xfd;
    assert_false(numbers->is_prime((struct vt_number){mersenne, sizeof mersenne}));
}

static void parts(void **state) {
    (void)state;
    assert_true(numbers->is_safe(NUMBER(23)));
    assert_false(numbers->is_safe(NUMBER(29)));
    assert_int_equal(numbers->small_factor(NUMBER(3 * 65521ull)), 3);
    assert_int_equal(numbers->small_factor(NUMBER(65521ull * 65537)), 65521);
    assert_int_equal(numbers->small_factor(NUMBER(65537ull * 65539)), 0);
    assert_int_equal(numbers->small_factor(NUMBER(65521)), 0);
    assert_int_equal(numbers->small_factor(NUMBER(2)), 0);
    assert_int_equal(numbers->small_factor(NUMBER(64)), 2);
    assert_true(numbers->divides_before(NUMBER(11), NUMBER(23)));
    assert_false(numbers->divides_before(NUMBER(7), NUMBER(23)));
    assert_false(numbers->divides_before(NUMBER(0), NUMBER(23)));
    assert_true(numbers->is_before(NUMBER(22), NUMBER(23)));
    assert_false(numbers->is_before(NUMBER(23), NUMBER(23)));
}

static void curves(void **state) {
    (void)state;
    struct vt_curve curve = {NUMBER(23), NUMBER(1), NUMBER(1)}; /* y^2 = x^3 + x + 1 */
    assert_true(numbers->is_on_curve(&curve, NUMBER(3), NUMBER(10)));
    assert_true(numbers->is_on_curve(&curve, NUMBER(0), NUMBER(1)));
    assert_false(numbers->is_on_curve(&curve, NUMBER(3), NUMBER(11)));
    assert_false(numbers->is_singular(&curve));
    curve = (struct vt_curve){NUMBER(23), NUMBER(20), NUMBER(2)}; /* x^3 - 3x + 2 */
    assert_true(numbers->is_singular(&curve));
    curve.p = NUMBER(0);
    assert_false(numbers->is_on_curve(&curve, NUMBER(3), NUMBER(10)));
    assert_false(numbers->is_singular(&curve));
}

static void decimals(void **state) {
    (void)state;
    uint8_t bytes[4];
    assert_int_equal(numbers->from_decimal("65537", bytes, sizeof bytes), 3);
    assert_memory_equal(bytes, "\x01\x00\x01", 3);
    assert_int_equal(numbers->from_decimal("4294967295", bytes, sizeof bytes), 4);
    assert_int_equal(numbers->from_decimal("4294967296", bytes, sizeof bytes), 0);
    assert_int_equal(numbers->from_decimal("", bytes, sizeof bytes), 0);
    assert_int_equal(numbers->from_decimal("12a", bytes, sizeof bytes), 0);
    assert_int_equal(numbers->from_decimal("-1", bytes, sizeof bytes), 0);
    assert_int_equal(numbers->from_decimal("0", bytes, sizeof bytes), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(primes),
        cmocka_unit_test(parts),
        cmocka_unit_test(curves),
        cmocka_unit_test(decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
