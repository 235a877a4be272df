/* Rewrites against their meaning. A concrete path is a sequence of single offsets of any length;
 * what a rewrite does to it is spelled out here (apply), and what rewrite.c does to the paths that
 * stand for many of them must cover that. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/facts/rewrite.h"
#include "random_unit.h"

/* A path as it is drawn, and what three rewrites put before it. */
#define LONGEST (VT_DEPTH + VT_DEEPER + 3 + 3 * VT_DEPTH)

/* A concrete path: ranges of one byte. Behind a blur an offset is anything. */
struct concrete {
    unsigned count;
    struct vt_range at[LONGEST];
    bool rest; /* after OPEN: goes on in any way */
};

static struct vt_path random_path(uint64_t *state) {
    struct vt_path path = {.count = (uint8_t)random_below(state, VT_DEPTH + 1),
                           .open = random_below(state, 3) == 0};
    for (unsigned i = 0; i < path.count; i++)
        path.ranges[i] = random_range(state);
    if (path.open && path.count == VT_DEPTH)
        path.deeper = (uint8_t)random_below(state, VT_DEEPER + 1);
    path.exact = path.deeper && random_below(state, 2);
    return path;
}

static struct vt_range byte_of(uint64_t *state, struct vt_range range) {
    const struct vt_range whole = range;
    uint32_t size = (uint32_t)range.high - (uint32_t)range.low;
    if (range.low == VT_OFFSET_LOW || range.high == VT_OFFSET_HIGH) {
        range.low = range.low == VT_OFFSET_LOW ? -6 : range.low;
        size = 20;
    }
    int32_t low = range.low + (int32_t)random_below(state, size);
    struct vt_range byte = {low, low + 1};
    for (unsigned i = 0; !vt_range_covers(&whole, &byte); i++) { /* one of its steps */
        low = i == 0 ? range.low : low + 1;
        byte = (struct vt_range){low, low + 1};
    }
    return byte;
}

/* Some concrete path that PATH stands for. */
static struct concrete sample(uint64_t *state, const struct vt_path *path) {
    struct concrete c = {.count = path->count};
    for (unsigned i = 0; i < c.count; i++)
        c.at[i] = byte_of(state, path->ranges[i]);
    unsigned more = path->open ? path->deeper + (path->exact ? 0 : random_below(state, 4)) : 0;
    for (unsigned i = 0; i < more; i++)
        c.at[c.count++] = byte_of(state, random_range(state));
    return c;
}

static bool covers(const struct vt_path *path, const struct concrete *c) {
    if (c->count < path->count || ((c->count > path->count || c->rest) && !path->open))
        return false;
    unsigned least = path->count + path->deeper;
    if ((!c->rest && c->count < least) || (path->exact && (c->rest || c->count > least)))
        return false;
    for (unsigned i = 0; i < path->count; i++)
        if (!vt_range_covers(&path->ranges[i], &c->at[i]))
            return false;
    return true;
}

/* Moves the first byte of AT to the first place in REWRITE's bound that is as far behind a multiple
 * of its step; false if there is none. What is as long as a step may be anything there. */
static bool step_into(const struct vt_rewrite *r, struct vt_range *at) {
    int32_t from = r->bound.low == VT_OFFSET_LOW ? -6 : r->bound.low;
    if (at->low == VT_OFFSET_LOW || (int64_t)at->high - at->low >= r->step) {
        *at = r->bound;
        return true;
    }
    while ((at->low - from) % (int32_t)r->step)
        from++;
    *at = (struct vt_range){from, from + 1};
    return vt_range_overlaps(*at, r->bound);
}

/* What REWRITE makes of concrete C, by the words of rewrite.h. */
static bool apply(const struct vt_rewrite *r, const struct concrete *c, struct concrete *result) {
    if (c->count < r->ntake)
        return false;
    for (unsigned i = 0; i < r->ntake; i++)
        if (!vt_range_overlaps(r->take[i], c->at[i]))
            return false;
    unsigned left = c->count - r->ntake;
    if ((r->flags & VT_REWRITE_EXACT && left > 0) || (r->flags & VT_REWRITE_MEMORY && left == 0))
        return false;
    struct concrete out = {.count = r->nput};
    uint64_t state = 1;
    for (unsigned i = 0; i < r->nput; i++) /* of steps, some byte */
        out.at[i] = r->put[i].step ? byte_of(&state, r->put[i]) : r->put[i];
    for (unsigned i = 0; i < left; i++) {
        struct vt_range at = c->at[r->ntake + i];
        bool next = i == 0 && !vt_range_is_field(at);
        if (next && r->flags & VT_REWRITE_SHIFT) {
            if (!vt_range_overlaps(at, r->clip))
                return false;
            at.low = at.low > r->clip.low ? at.low : r->clip.low;
            at.high = at.high < r->clip.high ? at.high : r->clip.high;
            at.low += at.low == VT_OFFSET_LOW ? 0 : r->delta; /* no bound stays no bound */
            at.high += at.high == VT_OFFSET_HIGH ? 0 : r->delta;
            if (r->flags & VT_REWRITE_EVERY && !step_into(r, &at))
                return false;
        }
        if (next && r->flags & VT_REWRITE_BLUR)
            at = VT_RANGE_ALL;
        out.at[out.count++] = at;
    }
    if (r->flags & VT_REWRITE_OPEN)
        out.count = r->nput, out.rest = true;
    *result = out;
    return true;
}

static bool overlaps(const struct vt_path *a, const struct vt_path *b) {
    unsigned common = a->count < b->count ? a->count : b->count;
    if ((a->count > common && !b->open) || (b->count > common && !a->open))
        return false;
    for (unsigned i = 0; i < common; i++)
        if (!vt_range_overlaps(a->ranges[i], b->ranges[i]))
            return false;
    return true;
}

static void forward_covers_every_concrete_path(void **unused) {
    (void)unused;
    uint64_t state = 1;
    unsigned passed = 0;
    for (unsigned i = 0; i < 400000; i++) {
        struct vt_rewrite r = random_rewrite(&state);
        struct vt_path p = random_path(&state), q;
        struct concrete c = sample(&state, &p), image;
        if (!apply(&r, &c, &image))
            continue;
        passed++;
        assert_true(vt_rewrite_forward(&r, &p, &q));
        assert_true(q.count <= VT_DEPTH);
        assert_true(covers(&q, &image));
    }
    assert_true(passed > 20000);
}

static void backward_leads_back_to_where_forward_came_from(void **unused) {
    (void)unused;
    uint64_t state = 2;
    unsigned passed = 0;
    for (unsigned i = 0; i < 400000; i++) {
        struct vt_rewrite r = random_rewrite(&state);
        struct vt_path p = random_path(&state), q, back;
        if (!vt_rewrite_forward(&r, &p, &q))
            continue;
        passed++;
        assert_true(vt_rewrite_backward(&r, &q, &back));
        assert_true(overlaps(&back, &p));
    }
    assert_true(passed > 20000);
}

static void forward_leads_to_where_backward_came_from(void **unused) {
    (void)unused;
    uint64_t state = 3;
    unsigned passed = 0;
    for (unsigned i = 0; i < 400000; i++) {
        struct vt_rewrite r = random_rewrite(&state);
        struct vt_path q = random_path(&state), p, again;
        if (r.flags & VT_REWRITE_EVERY || !vt_rewrite_backward(&r, &q, &p))
            continue; /* of two steps that differ more is told than both let through */
        passed++;
        assert_true(vt_rewrite_forward(&r, &p, &again));
        assert_true(overlaps(&again, &q));
    }
    assert_true(passed > 20000);
}

/* Compose never passes less than two steps do, neither forwards nor backwards. */
static void composed_covers_two_steps(void **unused) {
    (void)unused;
    uint64_t state = 4;
    unsigned passed = 0;
    for (unsigned i = 0; i < 3000000; i++) {
        struct vt_rewrite a = random_rewrite(&state), b = random_rewrite(&state), both;
        struct vt_path p = random_path(&state), q, back;
        if (a.flags & VT_REWRITE_OPEN)
            continue; /* apply() cannot go on from there; see the test below */
        struct concrete c = sample(&state, &p), middle, image;
        if (!apply(&a, &c, &middle) || !apply(&b, &middle, &image))
            continue;
        passed++;
        assert_true(vt_rewrite_compose(&a, &b, &both));
        assert_true(vt_rewrite_forward(&both, &p, &q));
        assert_true(covers(&q, &image));
        assert_true(vt_rewrite_backward(&both, &q, &back));
        assert_true(overlaps(&back, &p));
    }
    assert_true(passed > 50000);
}

/* The path that A then B then C make of P, all cut-offs included, is nothing composing may lose. */
static void composing_three_keeps_what_passes_step_by_step(void **unused) {
    (void)unused;
    uint64_t state = 5;
    unsigned passed = 0, opened = 0;
    for (unsigned i = 0; i < 6000000; i++) {
        struct vt_rewrite a = random_rewrite(&state), b = random_rewrite(&state);
        struct vt_rewrite c = random_rewrite(&state), left, right, all;
        struct vt_path p = random_path(&state), q;
        if ((a.flags | b.flags) & VT_REWRITE_OPEN)
            continue;
        struct concrete start = sample(&state, &p), one, two, image;
        if (!apply(&a, &start, &one) || !apply(&b, &one, &two) || !apply(&c, &two, &image))
            continue;
        passed++;
        assert_true(vt_rewrite_compose(&a, &b, &left) && vt_rewrite_compose(&left, &c, &all));
        assert_true(vt_rewrite_forward(&all, &p, &q) && covers(&q, &image));
        opened += !!(left.flags & VT_REWRITE_OPEN);
        assert_true(vt_rewrite_compose(&b, &c, &right) && vt_rewrite_compose(&a, &right, &all));
        assert_true(vt_rewrite_forward(&all, &p, &q) && covers(&q, &image));
    }
    assert_true(passed > 10000);
    assert_true(opened > 100);
}

/* Where no cut-off makes either imprecise, one step and two give the same. */
static void composed_is_exact_where_nothing_is_cut(void **unused) {
    (void)unused;
    uint64_t state = 6;
    unsigned same = 0, wider = 0, stricter = 0;
    for (unsigned i = 0; i < 1000000; i++) {
        struct vt_rewrite a = random_rewrite(&state), b = random_rewrite(&state), both;
        struct vt_path p = random_path(&state), one, two, at_once;
        const uint8_t wide = VT_REWRITE_OPEN | VT_REWRITE_BLUR | VT_REWRITE_EVERY;
        if ((a.flags | b.flags) & wide || p.open)
            continue;
        bool passes = vt_rewrite_forward(&a, &p, &one) && !one.open &&
                      vt_rewrite_forward(&b, &one, &two) && !two.open;
        if (!passes)
            continue;
        assert_true(vt_rewrite_compose(&a, &b, &both));
        if (!vt_rewrite_forward(&both, &p, &at_once))
            stricter++;
        else if (vt_path_equal(&at_once, &two))
            same++;
        else
            wider++;
    }
    assert_true(same > 10000);
    assert_true(wider < same / 50);      /* takes in the middle that VT_DEPTH has no room for */
    assert_true(stricter < same / 1000); /* two steps that differ look as if they met */
}

static void identity_composes_to_the_other(void **unused) {
    (void)unused;
    struct vt_rewrite shift = {.flags = VT_REWRITE_SHIFT, .clip = {0, 8}, .delta = 4}, both;
    assert_true(vt_rewrite_compose(&vt_rewrite_identity, &shift, &both));
    assert_true(vt_rewrite_equal(&both, &shift));
    assert_true(vt_rewrite_compose(&shift, &vt_rewrite_identity, &both));
    assert_true(vt_rewrite_equal(&both, &shift));
    struct vt_rewrite back = {.flags = VT_REWRITE_SHIFT, .clip = VT_RANGE_ALL, .delta = -4};
    struct vt_rewrite there = {.flags = VT_REWRITE_SHIFT, .clip = VT_RANGE_ALL, .delta = 4};
    assert_true(vt_rewrite_compose(&there, &back, &both));
    assert_true(vt_rewrite_equal(&both, &vt_rewrite_identity));
}

static void store_then_load_of_the_same_bytes_is_the_value(void **unused) {
    (void)unused;
    struct vt_rewrite store = {.nput = 1, .put = {{8, 16}}}, load = {.ntake = 1, .take = {{8, 16}}};
    struct vt_rewrite beside = {.ntake = 1, .take = {{16, 24}}}, both;
    assert_true(vt_rewrite_compose(&store, &load, &both));
    assert_true(vt_rewrite_equal(&both, &vt_rewrite_identity));
    assert_false(vt_rewrite_compose(&store, &beside, &both));
}

static void fields_are_neither_moved_nor_blurred(void **unused) {
    (void)unused;
    struct vt_range peer = vt_range_field("peer");
    assert_true(vt_range_is_field(peer));
    assert_false(vt_range_is_field(VT_RANGE_ALL));
    assert_false(vt_range_overlaps(peer, VT_RANGE_ALL));
    assert_false(vt_range_overlaps(peer, vt_range_field("path")));
    struct vt_rewrite r = {.flags = VT_REWRITE_SHIFT | VT_REWRITE_BLUR, .clip = {0, 4}, .delta = 9};
    struct vt_path p = {.count = 1, .ranges = {peer}}, q;
    assert_true(vt_rewrite_forward(&r, &p, &q) && vt_path_equal(&p, &q));
    assert_true(vt_rewrite_backward(&r, &q, &p) && vt_path_equal(&p, &q));
}

static void no_bound_stays_no_bound(void **unused) {
    (void)unused;
    struct vt_rewrite r = {.flags = VT_REWRITE_SHIFT, .clip = {0, VT_OFFSET_HIGH}, .delta = -8};
    struct vt_path p = {.count = 1, .ranges = {VT_RANGE_ALL}}, q;
    assert_true(vt_rewrite_forward(&r, &p, &q));
    assert_int_equal(q.ranges[0].low, -8);
    assert_int_equal(q.ranges[0].high, VT_OFFSET_HIGH);
}

/* What was cut off a path is any bytes, of which a part lets through that part alone; what may end
 * in a handle's field stays as it is. */
static void a_part_of_what_was_cut_is_named(void **unused) {
    (void)unused;
    struct vt_rewrite deeper = {.ntake = 1, .take = {{0, 1}}};
    struct vt_rewrite part = {.flags = VT_REWRITE_MEMORY | VT_REWRITE_SHIFT, .clip = {8, 16}};
    struct vt_path bytes = {.count = 3, .ranges = {{0, 1}, {0, 1}, {4, 8}}}, p, q;
    struct vt_path field = {.count = 3, .ranges = {{0, 1}, {0, 1}, vt_range_field("peer")}};

    assert_true(vt_rewrite_backward(&deeper, &bytes, &p));
    assert_int_equal(p.open, VT_OPEN_BYTES);
    p.count = 0;
    assert_true(vt_rewrite_backward(&part, &p, &q));
    assert_int_equal(q.count, 1);
    assert_int_equal(q.ranges[0].low, 8);
    assert_int_equal(q.ranges[0].high, 16);

    assert_true(vt_rewrite_backward(&deeper, &field, &p));
    assert_int_equal(p.open, VT_OPEN_ANY);
    p.count = 0;
    assert_true(vt_rewrite_backward(&part, &p, &q));
    assert_int_equal(q.count, 0);
}

/* What lies four pointers deep is no number beside one of them. */
static void ranges_that_are_cut_are_counted(void **unused) {
    (void)unused;
    struct vt_rewrite inwards = {.nput = 2, .flags = VT_REWRITE_MEMORY, .put = {{0, 1}, {8, 9}}};
    struct vt_rewrite value = {.flags = VT_REWRITE_EXACT}, bytes = {.flags = VT_REWRITE_EXACT};
    struct vt_path p = {.count = 2, .ranges = {{16, 17}, {0, 8}}}, cut, back;
    bytes.ntake = 1;
    bytes.take[0] = (struct vt_range){0, 8};
    assert_true(vt_rewrite_forward(&inwards, &p, &cut));
    assert_true(cut.count == 3 && cut.deeper == 1 && cut.exact);
    assert_true(vt_rewrite_backward(&inwards, &cut, &back));
    assert_true(back.count == 1 && back.deeper == 1);
    assert_false(vt_rewrite_forward(&value, &back, &p));
    assert_false(vt_rewrite_forward(&bytes, &back, &p));
    bytes.ntake = 2;
    bytes.take[0] = (struct vt_range){16, 17};
    assert_true(vt_rewrite_forward(&bytes, &back, &p) && p.count == 0 && !p.open);
}

static void paths_print(void **unused) {
    (void)unused;
    struct vt_path p = {
        .count = 3, .open = true, .ranges = {{8, 12}, VT_RANGE_ALL, vt_range_field("peer")}};
    char text[64], small[8];
    assert_string_equal(vt_path_print(&p, text, sizeof text), "[8,12)[*].peer...");
    assert_string_equal(vt_path_print(&p, small, sizeof small), "[8,12)[");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forward_covers_every_concrete_path),
        cmocka_unit_test(backward_leads_back_to_where_forward_came_from),
        cmocka_unit_test(forward_leads_to_where_backward_came_from),
        cmocka_unit_test(composed_covers_two_steps),
        cmocka_unit_test(composing_three_keeps_what_passes_step_by_step),
        cmocka_unit_test(composed_is_exact_where_nothing_is_cut),
        cmocka_unit_test(identity_composes_to_the_other),
        cmocka_unit_test(store_then_load_of_the_same_bytes_is_the_value),
        cmocka_unit_test(fields_are_neither_moved_nor_blurred),
        cmocka_unit_test(no_bound_stays_no_bound),
        cmocka_unit_test(a_part_of_what_was_cut_is_named),
        cmocka_unit_test(ranges_that_are_cut_are_counted),
        cmocka_unit_test(paths_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
