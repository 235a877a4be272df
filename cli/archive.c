/* Archives: headers of 60 characters, numbers in blank-padded decimal. */
#include "cli/archive.h"

#include <ar.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"

/* The blank-padded decimal number in the LENGTH characters at TEXT; false if it is none. */
static bool number(const char *text, size_t length, size_t *result) {
    size_t i = 0, value = 0;

    for (; i < length && text[i] >= '0' && text[i] <= '9'; i++)
        value = value * 10 + (size_t)(text[i] - '0'); /* at most 15 digits */
    *result = value;
    for (size_t j = i; j < length; j++)
        if (text[j] != ' ')
            return false;
    return i > 0;
}

static const char *copy_name(struct vt_archive *archive, const void *text, size_t length) {
    char *name = vt_alloc(archive->arena, length + 1);

    memcpy(name, text, length);
    return name;
}

/* The entry at OFFSET of the long-name table: up to "/\n". */
static const char *long_name(struct vt_archive *archive, size_t offset) {
    const uint8_t *start, *end;

    if (offset >= archive->names_size)
        return NULL;
    start = archive->names + offset;
    end = memchr(start, '\n', archive->names_size - offset);
    if (!end || end == start)
        return NULL;
    return copy_name(archive, start, (size_t)(end - start) - (end[-1] == '/'));
}

/* Names a member by its header; BSD names stand before the data and are taken off it. */
static bool name_member(struct vt_archive *archive, const struct ar_hdr *header,
                        struct vt_member *member) {
    const char *field = header->ar_name;
    size_t length = sizeof header->ar_name, n;

    if (field[0] == '/') { /* "/OFFSET", or "/OFFSET:POSITION" of a member of a nested archive */
        const char *colon = memchr(field, ':', length);

        if (!number(field + 1, colon ? (size_t)(colon - field) - 1 : length - 1, &n))
            return false;
        member->name = long_name(archive, n);
    } else if (memcmp(field, "#1/", 3) == 0) {
        if (!number(field + 3, length - 3, &n) || !member->bytes || n > member->size)
            return false;
        member->name = copy_name(archive, member->bytes, strnlen((const char *)member->bytes, n));
        member->bytes += n;
        member->size -= n;
    } else {
        const char *end = memchr(field, '/', length);

        while (!end && length > 0 && field[length - 1] == ' ')
            length--;
        member->name = copy_name(archive, field, end ? (size_t)(end - field) : length);
    }
    return member->name != NULL;
}

static bool starts(const struct ar_hdr *header, const char *text) {
    return memcmp(header->ar_name, text, strlen(text)) == 0;
}

/* Symbol tables and the name table are the archive's own; the latter is remembered. */
static bool is_own(struct vt_archive *archive, const struct ar_hdr *header, const uint8_t *bytes,
                   size_t size) {
    if (starts(header, "// ")) {
        archive->names = bytes;
        archive->names_size = size;
        return true;
    }
    return starts(header, "/ ") || starts(header, "/SYM64/ ") || starts(header, "__.SYMDEF");
}

bool vt_archive_next(struct vt_archive *archive, struct vt_member *member, struct vt_error *error) {
    struct ar_hdr header;
    size_t start, size;
    bool own, stored;

    if (archive->at == 0) {
        if (archive->size < SARMAG)
            return vt_fail(error, "the archive is cut off");
        archive->is_thin = memcmp(archive->bytes, "!<thin>\n", SARMAG) == 0;
        archive->at = SARMAG;
    }
    do {
        start = archive->at;
        if (start >= archive->size)
            return false;
        if (archive->size - start < sizeof header)
            return vt_fail(error, "the archive is cut off at byte %zu", start);
        memcpy(&header, archive->bytes + start, sizeof header);
        if (memcmp(header.ar_fmag, ARFMAG, 2) != 0 ||
            !number(header.ar_size, sizeof header.ar_size, &size))
            return vt_fail(error, "no valid archive member at byte %zu", start);
        start += sizeof header;
        own = is_own(archive, &header, archive->bytes + start, size);
        stored = own || !archive->is_thin;
        if (stored && size > archive->size - start) {
            archive->names_size = 0;
            return vt_fail(error, "archive member at byte %zu is cut off", archive->at);
        }
        archive->at = start + (stored ? size + (size & 1) : 0);
    } while (own);
    *member = (struct vt_member){.bytes = stored ? archive->bytes + start : NULL, .size = size};
    if (!name_member(archive, &header, member))
        return vt_fail(error, "archive member at byte %zu has no valid name",
                       start - sizeof header);
    return true;
}
