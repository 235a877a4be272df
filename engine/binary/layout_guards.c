/* See layout_guards.h. */
#include "engine/binary/layout_guards.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/binary/columns.h"
#include "engine/facts/facts.h"

/* How a guard stands to the groups of alternatives of its list. */
enum membership {
    ALONE,
    SAME_GROUP, /* the one of the last guard that has one */
    NEXT_GROUP, /* one more than the greatest number of a group in the list */
    OTHER_GROUP /* its number is told */
};

enum { MOST_PLACES = 1 << 14, MOST_IN_A_ROW = 15 };

struct coding {
    struct vt_coder *coder;
    const struct vt_guard_columns *columns;
    struct vt_guards *lists;
    uint8_t *memberships; /* by guard */
    uint8_t *begins;      /* by guard, and one more: 1 if a list begins there */
    uint32_t *places;     /* by what stood before: where that stands which followed; 0 is nowhere */
    uint32_t mask;        /* of the indices of `places` */
    uint32_t at, begin;   /* the guard that is coded, and the first one of its list */
    uint32_t expected;    /* a guard like the one that is expected, or VT_NONE */
    bool ends;            /* the list is expected to end */
    uint32_t row;         /* expectations that came true without one that did not */
    uint32_t fresh;       /* the predicate after those in lists so far */
    uint8_t group, last_group; /* that was told last, and the one of the greatest number */
};

/* A guard as one number: its flags, and its group. */
static uint32_t flags_of(const struct coding *coding, uint32_t guard) {
    const struct vt_guard *of = &coding->lists->guards[guard];
    return (uint32_t)coding->memberships[guard] << 2 | (uint32_t)of->holds << 1 | of->always;
}

static uint32_t identity_of(const struct coding *coding, uint32_t guard) {
    return vt_pack_hash(coding->lists->guards[guard].predicate, flags_of(coding, guard));
}

static bool is_alike(const struct coding *coding, uint32_t a, uint32_t b) {
    const struct vt_guard *guards = coding->lists->guards;
    return guards[a].predicate == guards[b].predicate &&
           flags_of(coding, a) == flags_of(coding, b) && coding->memberships[a] != OTHER_GROUP;
}

/* ---- Groups ------------------------------------------------------------------------------ */

static enum membership membership_of(const struct coding *coding, uint8_t either) {
    if (!either)
        return ALONE;
    if (either == coding->group)
        return SAME_GROUP;
    return either == coding->last_group + 1 ? NEXT_GROUP : OTHER_GROUP;
}

/* Puts the guard that is coded into the group that MEMBERSHIP tells. */
static void join(struct coding *coding, uint8_t membership) {
    uint8_t *either = &coding->lists->guards[coding->at].either;
    coding->memberships[coding->at] = membership;
    if (membership == ALONE)
        *either = 0;
    else if (membership == SAME_GROUP)
        *either = coding->group;
    else if (membership == NEXT_GROUP)
        *either = (uint8_t)(coding->last_group + 1);
    if (*either)
        coding->group = *either;
    if (*either > coding->last_group)
        coding->last_group = *either;
}

/* ---- Expectations ------------------------------------------------------------------------ */

static void expect_at_begin(struct coding *coding, uint32_t before) {
    coding->expected = before;
    coding->ends = false;
    coding->group = coding->last_group = 0;
    coding->begin = coding->at;
    coding->begins[coding->at] = 1;
}

/* After the guard just coded: what followed on it and the one before it, else what follows on the
 * one it was expected to be, else what followed on it alone; else what was expected still is. */
static void expect_next(struct coding *coding, bool came_true) {
    uint32_t at = coding->at, identity = identity_of(coding, at), next = 0;
    uint32_t before = at > coding->begin ? identity_of(coding, at - 1) : VT_NONE;
    uint32_t *alone = &coding->places[identity & coding->mask];
    uint32_t *both = &coding->places[vt_pack_hash(identity, before) & coding->mask];
    if (*both && is_alike(coding, *both - 1, at))
        next = *both;
    else if (came_true)
        next = coding->expected + 1;
    else if (*alone && is_alike(coding, *alone - 1, at))
        next = *alone;
    *alone = *both = at + 1;
    if (!next)
        return;
    coding->expected = next;
    coding->ends = coding->begins[next];
}

/* ---- Guards ------------------------------------------------------------------------------ */

/* True if what is expected comes: a guard, or IS_END (writing). */
static bool code_expected(struct coding *coding, bool is_end) {
    struct vt_coder *coder = coding->coder;
    uint32_t expected = coding->expected, came = 0;
    if (expected == VT_NONE)
        return false;
    if (!coder->reading)
        came = coding->ends ? is_end : !is_end && is_alike(coding, coding->at, expected);
    uint32_t alike = coding->ends ? 1 : identity_of(coding, expected);
    uint32_t before = coding->at > coding->begin ? identity_of(coding, coding->at - 1) : 0;
    vt_coder_near(coder, coding->row, coding->ends);
    vt_coder_alike(coder, alike, vt_pack_hash(alike, before));
    vt_code_u32(coder, coding->columns->expected, &came);
    coding->row = !came ? 0 : coding->row < MOST_IN_A_ROW ? coding->row + 1 : coding->row;
    if (came && !coding->ends) {
        coding->lists->guards[coding->at] = coding->lists->guards[expected];
        join(coding, coding->memberships[expected]);
    }
    return came;
}

/* The predicate of a guard: 0 the first that was not in a list yet, for they are numbered in the
 * order of their first use; else how far it is from LAST. */
static void code_predicate(struct coding *coding, uint32_t *predicate, uint32_t last) {
    uint32_t delta = *predicate - last;
    uint32_t code =
        *predicate == coding->fresh ? 0 : 1 + (delta << 1 ^ (delta >> 31 ? UINT32_MAX : 0));
    vt_code_u32(coding->coder, coding->columns->guard, &code);
    delta = (code - 1) >> 1 ^ ((code - 1) & 1 ? UINT32_MAX : 0);
    *predicate = code ? last + delta : coding->fresh;
    if (*predicate >= coding->fresh)
        coding->fresh = *predicate + 1;
}

/* True of a guard that was not expected, false of an unexpected end. */
static bool code_other(struct coding *coding, bool is_end) {
    struct vt_coder *coder = coding->coder;
    bool first = coding->at == coding->begin, known = coding->expected != VT_NONE;
    struct vt_guard *guard = &coding->lists->guards[coding->at];
    uint32_t flags = coder->reading || is_end ? 0 : 1 + flags_of(coding, coding->at);
    uint32_t like = known && !coding->ends ? 1 + flags_of(coding, coding->expected) : 0;
    uint32_t last = !first  ? guard[-1].predicate
                    : known ? coding->lists->guards[coding->expected].predicate
                            : 0;
    uint32_t before = first ? 1 : identity_of(coding, coding->at - 1);
    vt_coder_near(coder, first, like);
    vt_coder_beside(coder,
                    vt_pack_hash(coding->ends, first ? 0 : flags_of(coding, coding->at - 1)));
    vt_coder_alike(coder, before, vt_pack_hash(before, like));
    vt_code_u32(coder, coding->columns->flags, &flags);
    if (!flags)
        return false;
    flags--;
    vt_coder_near(coder, first, flags);
    vt_coder_beside(coder, like);
    vt_coder_alike(coder, vt_pack_hash(before, coding->fresh - last < 8 ? coding->fresh - last : 8),
                   vt_pack_hash(before, flags));
    code_predicate(coding, &guard->predicate, last);
    guard->holds = flags >> 1 & 1;
    guard->always = flags & 1;
    if (flags >> 2 >= OTHER_GROUP)
        vt_code_u8(coder, coding->columns->either, &guard->either);
    if (flags >> 2 > OTHER_GROUP || (flags >> 2 == OTHER_GROUP && !guard->either))
        vt_coder_fail(coder, coding->columns->flags, "alternative without a number");
    join(coding, (uint8_t)(flags >> 2));
    return true;
}

/* The list that begins here, and (writing) ends before END. */
static void code_list(struct coding *coding, uint32_t end) {
    struct vt_coder *coder = coding->coder;
    for (; coding->at < coding->lists->nguards && !coder->failed; coding->at++) {
        bool is_end = !coder->reading && coding->at == end, ends = coding->ends;
        if (!coder->reading && !is_end)
            coding->memberships[coding->at] =
                (uint8_t)membership_of(coding, coding->lists->guards[coding->at].either);
        bool came = code_expected(coding, is_end);
        if (came ? ends : !code_other(coding, is_end))
            return;
        expect_next(coding, came);
    }
}

static void code_lists(struct coding *coding) {
    struct vt_guards *lists = coding->lists;
    uint32_t before = VT_NONE;
    for (uint32_t i = 0; i < lists->nlists; i++) {
        expect_at_begin(coding, before);
        code_list(coding, lists->offsets[i + 1]);
        lists->offsets[i + 1] = coding->at;
        if (coding->at > coding->begin)
            before = coding->begin;
    }
    if (!coding->coder->failed && coding->at != lists->nguards)
        vt_coder_fail(coding->coder, coding->columns->guard, "more guards than the lists have");
}

void vt_layout_guards(struct vt_coder *coder, const struct vt_guard_columns *columns,
                      struct vt_guards *guards, struct vt_arena *scratch) {
    /* Two for each list: one more than there are lists is needed. */
    guards->offsets = vt_code_array(coder, columns->lists, guards->offsets, &guards->nlists,
                                    2 * sizeof *guards->offsets);
    guards->guards = vt_code_array(coder, columns->guard, guards->guards, &guards->nguards,
                                   sizeof *guards->guards);
    struct coding coding = {.coder = coder, .columns = columns, .lists = guards, .mask = 15};
    if (!guards->nlists ||
        !vt_coder_charge(coder, columns->guard, 20 * (size_t)guards->nguards + 64))
        return;
    while (coding.mask < 2 * guards->nguards && coding.mask < MOST_PLACES - 1)
        coding.mask = 2 * coding.mask + 1;
    coding.memberships = vt_alloc(scratch, guards->nguards);
    coding.begins = vt_alloc(scratch, (size_t)guards->nguards + 1);
    coding.places = vt_alloc_array(scratch, (size_t)coding.mask + 1, sizeof *coding.places);
    code_lists(&coding);
}
