/* Tables by which data are spelled in letters, and such letters are read again:
 *
 *     *out++ = "0123456789abcdef"[byte >> 4];
 *     bits = bits << 6 | value_of[letter];
 *
 * What is chosen there is the data in another form, and not only something about them.
 *
 * requires: the IR's data.  gives: vt_alphabet_of.
 */
#include <string.h>

#include "engine/idioms/idioms.h"

enum { FEWEST = 16, MOST = 64 }; /* letters of an alphabet */

/* True if all SIZE BYTES are letters or signs, each another one. */
static bool spells(const uint8_t *bytes, size_t size) {
    if (size < FEWEST || size > MOST + 1) /* and one to fill up with */
        return false;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] <= ' ' || bytes[i] >= 127 || memchr(bytes, bytes[i], i))
            return false;
    return true;
}

/* True if the SIZE BYTES give 16, 32 or 64 letters their numbers, two cases of one at most, and the
 * rest no number. */
static bool reads(const uint8_t *bytes, size_t size) {
    unsigned times[MOST] = {0}, most = 0;
    if (size <= MOST || size > UINT8_MAX + 1)
        return false;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] < MOST) {
            times[bytes[i]]++;
            most = bytes[i] > most ? bytes[i] : most;
        }
    if (most != FEWEST - 1 && most != 2 * FEWEST - 1 && most != MOST - 1)
        return false;
    for (unsigned i = 1; i <= most; i++) /* 0 may stand for no number */
        if (times[i] == 0 || times[i] > 2)
            return false;
    return true;
}

/* The data that SYMBOL starts with, or NULL. Who begins with an alphabet goes on with it, though he
 * did not say that it is constant. */
static const struct vt_data *data_of(const struct vt_condenser *shared, uint32_t symbol) {
    const struct vt_ir *ir = shared->ir;
    uint64_t size = ir->symbols[symbol].size;
    if (shared->data_of[symbol] != VT_NONE)
        return &ir->data[shared->data_of[symbol]];
    if (size < FEWEST || size > UINT8_MAX + 1)
        return NULL;
    for (uint32_t i = 0; i < ir->ninitializers; i++)
        if (ir->initializers[i].symbol == symbol && ir->initializers[i].offset == 0 &&
            ir->initializers[i].content)
            return &ir->data[ir->initializers[i].data];
    return NULL;
}

/* The data that POINTER leads into from their beginning on, or NULL. */
static const struct vt_data *data_at(const struct vt_analysis *analysis, uint32_t pointer) {
    const struct vt_inst *inst = vt_inst_at(analysis, pointer);
    if (inst->imm != 0)
        return NULL;
    if (inst->op == VT_OP_DATA)
        return &analysis->shared->ir->data[inst->data];
    return inst->op == VT_OP_SYMBOL ? data_of(analysis->shared, inst->symbol) : NULL;
}

uint32_t vt_alphabet_of(const struct vt_analysis *analysis, const struct vt_inst *load) {
    const struct vt_inst *pointer = vt_inst_at(analysis, load->args[0]);
    if (load->bits != 8 || pointer->op != VT_OP_GEP || pointer->nargs != 2 ||
        pointer->strides[0] != 1)
        return 0;
    const struct vt_data *data = data_at(analysis, pointer->args[0]);
    if (!data || data->wide)
        return 0;
    if (spells(data->bytes, data->size - data->is_text))
        return VT_TAG_ENCODE;
    return reads(data->bytes, data->size) ? VT_TAG_DECODE : 0;
}
