/* Bits that a function takes away where its caller put them:
 *
 *     static int judge(void *more, mbedtls_x509_crt *chain, int depth, uint32_t *flags) {
 *         *flags &= ~MBEDTLS_X509_BADCERT_NOT_TRUSTED;
 *
 * requires: cfg, transfer.  gives: an event for each place, whose value is the bits' number, and
 * whose handle is where they stand.  Only of functions whose address is taken: who calls those asks
 * them to judge.
 */
#include "engine/base/arena.h"
#include "engine/idioms/idioms.h"

enum { MOST_BITS = 12 };

/* The bits that STORE takes away from the word that it writes over; 0 if it does something else. */
static uint64_t bits_of(const struct vt_analysis *analysis, const struct vt_inst *store) {
    const struct vt_inst *value = vt_inst_at(analysis, vt_plain_value(analysis, store->args[1]));
    if (value->op != VT_OP_BINARY || value->sub != VT_AND)
        return 0;
    const struct vt_inst *load = vt_inst_at(analysis, value->args[0]);
    const struct vt_inst *mask = vt_inst_at(analysis, value->args[1]);
    if (load->op != VT_OP_LOAD || load->args[0] != store->args[0] || mask->op != VT_OP_INT)
        return 0;
    uint64_t width = store->bits < 64 ? (UINT64_C(1) << store->bits) - 1 : UINT64_MAX;
    uint64_t bits = ~(uint64_t)mask->imm & width;
    return __builtin_popcountll(bits) <= MOST_BITS ? bits : 0;
}

static void look_at(struct vt_analysis *analysis, uint32_t at) {
    const struct vt_inst *store = vt_inst_at(analysis, at);
    if (store->op != VT_OP_STORE || store->bits > 64 ||
        vt_inst_at(analysis, store->args[0])->op != VT_OP_PARAM)
        return;
    uint64_t bits = bits_of(analysis, store);
    if (!bits)
        return;
    const char *value = vt_alloc_format(analysis->arena, "%llu", (unsigned long long)bits);
    uint32_t number = vt_add_told(analysis, at, VT_FACT_EFFECT, "flags.cleared", value);
    vt_event_gets(analysis, number, VT_ROLE_HANDLE, at, store->args[0]);
}

void vt_cleared_find(struct vt_analysis *analysis) {
    if (!analysis->ir->symbols[analysis->function->symbol].is_address_taken)
        return;
    for (uint32_t b = 0; b < analysis->cfg->nordered; b++) {
        const struct vt_block *block = &analysis->function->blocks[analysis->cfg->ordered[b]];
        for (uint32_t i = block->first; i < block->first + block->count; i++)
            look_at(analysis, i);
    }
}
