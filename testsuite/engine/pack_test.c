/* The packer as it is built here against its plain form: the same bytes, also where contexts share
 * a row by chance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/arena.h"

#undef __SSE2__
#define vt_pack_slot_bits plain_slot_bits
#define vt_pack_init      plain_init
#define vt_pack_write     plain_write
#define vt_pack_read      plain_read
#define vt_pack_locate    plain_locate
#define vt_pack_enter     plain_enter
#define vt_pack_row       plain_row
#define vt_pack_bit       plain_bit
#define vt_pack_any_bit   plain_any_bit
#define vt_pack_finish    plain_finish
#define vt_pack_is_within plain_is_within
#include "engine/binary/pack.c"
#undef vt_pack_slot_bits
#undef vt_pack_init
#undef vt_pack_write
#undef vt_pack_read
#undef vt_pack_locate
#undef vt_pack_enter
#undef vt_pack_row
#undef vt_pack_bit
#undef vt_pack_any_bit
#undef vt_pack_finish
#undef vt_pack_is_within

unsigned vt_pack_slot_bits(size_t values);
void vt_pack_init(struct vt_pack *pack, struct vt_arena *arena, unsigned slot_bits, unsigned nsets);
void vt_pack_write(struct vt_pack *pack);
void vt_pack_row(struct vt_pack *pack, const uint32_t hashes[VT_PACK_INPUTS], uint32_t place);
bool vt_pack_bit(struct vt_pack *pack, unsigned set, unsigned node, bool bit);
const uint8_t *vt_pack_finish(struct vt_pack *pack, size_t *size);

enum { ROWS = 200000, BITS = 3, SETS = 5 };

static uint32_t next(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Bits of which some are likely, in few contexts and in many. */
static void same_bytes(void **state) {
    (void)state;
    struct vt_arena *arena = vt_arena_new();
    struct vt_pack built, plain;
    uint32_t seed = 1, shared = 0;
    vt_pack_init(&built, arena, VT_PACK_FEWEST_SLOT_BITS, SETS);
    plain_init(&plain, arena, VT_PACK_FEWEST_SLOT_BITS, SETS);
    vt_pack_write(&built);
    plain_write(&plain);
    for (uint32_t i = 0; i < ROWS; i++) {
        uint32_t hashes[VT_PACK_INPUTS];
        for (unsigned k = 0; k < VT_PACK_INPUTS; k++)
            hashes[k] = next(&seed) % (10u << 2 * k);
        vt_pack_row(&built, hashes, i % 3);
        plain_row(&plain, hashes, i % 3);
        shared += built.shares_rows;
        for (unsigned k = 0; k < BITS; k++) {
            bool bit = next(&seed) % 16 < hashes[0];
            unsigned node = 1 + (hashes[1] + k) % (VT_PACK_ROW - 1);
            vt_pack_bit(&built, i % SETS, node, bit);
            plain_bit(&plain, i % SETS, node, bit);
        }
    }
    size_t size, plain_size;
    const uint8_t *bytes = vt_pack_finish(&built, &size);
    const uint8_t *plain_bytes = plain_finish(&plain, &plain_size);
    assert_true(shared > 10);
    assert_true(size > 1000);
    assert_int_equal(size, plain_size);
    assert_memory_equal(bytes, plain_bytes, size);
    vt_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
