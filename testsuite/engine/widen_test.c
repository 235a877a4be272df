/* Rewrites that stand for several must let through all that these do, to places that cover it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/unit/widen.h"
#include "random_unit.h"

enum { ROUNDS = 200000 };

static struct vt_range near_range(uint64_t *state) {
    int32_t low = (int32_t)random_below(state, 24);
    return (struct vt_range){low, low + 1 + (int32_t)random_below(state, 8)};
}

/* Small offsets, so that ranges often meet. */
static struct vt_rewrite near_rewrite(uint64_t *state) {
    struct vt_rewrite rewrite = {.ntake = (uint8_t)random_below(state, VT_DEPTH + 1),
                                 .nput = (uint8_t)random_below(state, VT_DEPTH + 1)};
    for (unsigned i = 0; i < rewrite.ntake; i++)
        rewrite.take[i] = near_range(state);
    for (unsigned i = 0; i < rewrite.nput; i++)
        rewrite.put[i] = near_range(state);
    switch (random_below(state, 6)) {
    case 0:
        rewrite.flags = VT_REWRITE_EXACT;
        break;
    case 1:
        rewrite.flags = VT_REWRITE_MEMORY;
        break;
    case 2:
        rewrite.flags = VT_REWRITE_BLUR;
        break;
    case 3:
        rewrite.flags = VT_REWRITE_SHIFT;
        rewrite.clip = near_range(state);
        rewrite.delta = (int32_t)random_below(state, 9) - 4;
        break;
    case 4:
        rewrite.flags = VT_REWRITE_OPEN;
        break;
    default:
        break;
    }
    return rewrite;
}

static struct vt_path near_path(uint64_t *state) {
    struct vt_path path = {.count = (uint8_t)random_below(state, VT_DEPTH + 1),
                           .open = random_below(state, 3) == 0};
    for (unsigned i = 0; i < path.count; i++)
        path.ranges[i] = near_range(state);
    return path;
}

static bool holds(const struct vt_path *wide, const struct vt_path *narrow) {
    if (wide->count > narrow->count || (!wide->open && wide->count != narrow->count) ||
        (narrow->open && !wide->open))
        return false;
    for (unsigned i = 0; i < wide->count; i++)
        if (wide->ranges[i].low > narrow->ranges[i].low ||
            wide->ranges[i].high < narrow->ranges[i].high)
            return false;
    return true;
}

/* All that passes NARROW, of some paths, passes WIDE, and ends within where that ends. */
static void lets_through(const struct vt_rewrite *wide, const struct vt_rewrite *narrow,
                         uint64_t *state) {
    for (unsigned i = 0; i < 8; i++) {
        struct vt_path path = near_path(state), a, b;
        if (vt_rewrite_forward(narrow, &path, &a)) {
            assert_true(vt_rewrite_forward(wide, &path, &b));
            assert_true(holds(&b, &a));
        }
    }
}

static void joined_rewrites_let_both_through(void **unused) {
    (void)unused;
    uint64_t state = 11;
    unsigned njoined = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct vt_rewrite a = near_rewrite(&state), b = near_rewrite(&state), both;
        if (!vt_rewrite_join(&a, &b, &both))
            continue;
        njoined++;
        lets_through(&both, &a, &state);
        lets_through(&both, &b, &state);
    }
    assert_true(njoined > ROUNDS / 100);
}

static void openly_joined_rewrites_let_both_through(void **unused) {
    (void)unused;
    uint64_t state = 12;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct vt_rewrite a = near_rewrite(&state), b = near_rewrite(&state);
        struct vt_rewrite both = vt_rewrite_join_openly(&a, &b);
        lets_through(&both, &a, &state);
        lets_through(&both, &b, &state);
    }
}

static void what_covers_lets_through(void **unused) {
    (void)unused;
    uint64_t state = 13;
    unsigned ncovered = 0;
    for (unsigned round = 0; round < 4 * ROUNDS; round++) {
        struct vt_rewrite wide = near_rewrite(&state), narrow = near_rewrite(&state);
        if (!vt_rewrite_covers(&wide, &narrow))
            continue;
        ncovered++;
        lets_through(&wide, &narrow, &state);
    }
    assert_true(ncovered > ROUNDS / 100);
}

static void fields_of_handles_stay_apart(void **unused) {
    (void)unused;
    struct vt_rewrite peer = {.nput = 1, .put = {vt_range_field("peer")}}, path = peer, both;
    path.put[0] = vt_range_field("path");
    assert_false(vt_rewrite_join(&peer, &path, &both));
    assert_true(vt_rewrite_join(&peer, &peer, &both));
    assert_true(vt_rewrite_equal(&peer, &both));
    both = vt_rewrite_join_openly(&peer, &path);
    assert_int_equal(both.nput, 0);
}

static void two_places_become_the_range_around_both(void **unused) {
    (void)unused;
    struct vt_rewrite a = {.ntake = 1, .take = {{0, 4}}}, b = {.ntake = 1, .take = {{8, 12}}}, both;
    assert_true(vt_rewrite_join(&a, &b, &both));
    assert_int_equal(both.take[0].low, 0);
    assert_int_equal(both.take[0].high, 12);
    assert_true(vt_rewrite_covers(&both, &a) && vt_rewrite_covers(&both, &b));
    assert_false(vt_rewrite_covers(&a, &both));
    b.ntake = 0;
    assert_false(vt_rewrite_join(&a, &b, &both)); /* another shape */
}

/* Of an object that went on as it was, and with a part replaced, no offset is lost. */
static void a_part_and_all_become_all(void **unused) {
    (void)unused;
    struct vt_rewrite all = {.flags = VT_REWRITE_MEMORY}, part = all, other, both;
    part.flags |= VT_REWRITE_SHIFT;
    part.clip = (struct vt_range){4, 20};
    assert_true(vt_rewrite_join(&part, &all, &both) && vt_rewrite_equal(&both, &all));
    assert_true(vt_rewrite_join(&all, &part, &both) && vt_rewrite_equal(&both, &all));
    assert_true(vt_rewrite_covers(&all, &part) && !vt_rewrite_covers(&part, &all));
    other = part;
    other.clip = (struct vt_range){32, 40};
    assert_true(vt_rewrite_join(&part, &other, &both));
    assert_int_equal(both.flags, part.flags);
    assert_int_equal(both.clip.low, 4);
    assert_int_equal(both.clip.high, 40);
    other.delta = 8; /* elsewhere: offsets are lost, but not where they came from */
    assert_true(vt_rewrite_join(&part, &other, &both) && both.flags & VT_REWRITE_BLUR);
    assert_int_equal(both.clip.high, 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joined_rewrites_let_both_through),
        cmocka_unit_test(openly_joined_rewrites_let_both_through),
        cmocka_unit_test(what_covers_lets_through),
        cmocka_unit_test(fields_of_handles_stay_apart),
        cmocka_unit_test(two_places_become_the_range_around_both),
        cmocka_unit_test(a_part_and_all_become_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
