/* GitHub computes the hash by rolling a window over the file. Here each line is hashed by itself:
 * the same numbers, a hundred steps a line, and nothing to get wrong at the ends.
 */
#include "sarif/linehash.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "sarif/utf8.h"

enum { WINDOW = 100, BASE = 37, END_OF_FILE = 0xFFFF };

/* The characters that count, and where the lines start among them. */
struct scan {
    uint16_t *units;
    size_t nunits;
    size_t *starts;
    size_t nstarts;
    bool at_start; /* the next character begins a line */
    bool after_cr; /* the last character was a carriage return */
};

/* Adds a UTF-16 unit unless it does not count; notes where lines begin. Blanks before the first
 * character of a line belong to no line. */
static void add_unit(struct scan *scan, uint16_t unit) {
    bool is_line_feed_of_pair = scan->after_cr && unit == '\n';
    scan->after_cr = unit == '\r';
    if (unit == ' ' || unit == '\t' || is_line_feed_of_pair)
        return;
    if (unit == '\r')
        unit = '\n';
    if (scan->at_start)
        scan->starts[scan->nstarts++] = scan->nunits;
    scan->at_start = unit == '\n';
    scan->units[scan->nunits++] = unit;
}

static void add_text(struct scan *scan, const uint8_t *text, size_t size) {
    for (size_t at = 0, used; at < size; at += used) {
        uint32_t code = vt_utf8_decode(text + at, size - at, &used);
        if (code >= 0x10000) {
            add_unit(scan, (uint16_t)(0xD800 + ((code - 0x10000) >> 10)));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        add_unit(scan, (uint16_t)code);
    }
    add_unit(scan, END_OF_FILE);
}

static uint64_t hash_at(const struct scan *scan, size_t start) {
    assert(start < scan->nunits);
    uint64_t hash = 0;
    for (size_t i = start; i < start + WINDOW; i++)
        hash = hash * BASE + (i < scan->nunits ? scan->units[i] : 0);
    return hash;
}

bool vt_line_hashes_new(const uint8_t *text, size_t size, struct vt_line_hashes *lines) {
    /* No character takes more UTF-16 units than UTF-8 bytes; the end of the file is one more. */
    struct scan scan = {.at_start = true};
    scan.units = calloc(size + 1, sizeof *scan.units);
    scan.starts = calloc(size + 1, sizeof *scan.starts);
    lines->count = 0;
    lines->hashes = NULL;
    if (scan.units && scan.starts) {
        add_text(&scan, text, size);
        lines->hashes = calloc(scan.nstarts, sizeof *lines->hashes);
    }
    for (size_t i = 0; lines->hashes && i < scan.nstarts; i++)
        lines->hashes[lines->count++] = hash_at(&scan, scan.starts[i]);
    free(scan.units);
    free(scan.starts);
    return lines->hashes != NULL;
}

void vt_line_hashes_free(struct vt_line_hashes *lines) {
    free(lines->hashes);
    *lines = (struct vt_line_hashes){0};
}

bool vt_line_hash(const struct vt_line_hashes *lines, uint32_t line, char text[40]) {
    if (line == 0 || line > lines->count)
        return false;
    uint64_t hash = lines->hashes[line - 1];
    size_t occurrence = 0;
    for (size_t i = 0; i < line; i++)
        occurrence += lines->hashes[i] == hash;
    snprintf(text, 40, "%" PRIx64 ":%zu", hash, occurrence);
    return true;
}
