/* ELF through libelf: sections .vitrine.facts and .note.vitrine.
 *
 * libelf checks less than it seems: a file whose section headers are cut off has, to it, no
 * sections. So everything the headers say is held against the file's size before it is believed.
 */
#include <gelf.h>
#include <libelf.h>
#include <string.h>

#include "cli/object.h"
#include "engine/arena.h"

#define FACTS_SECTION ".vitrine.facts"
#define NOTE_SECTION  ".note.vitrine"

enum { NOTE_TYPE = 1, NOTE_HEADER = 12, NOTE_NAME = 8, NOTE_FIXED = 34 };

struct reader {
    struct vt_arena *arena;
    struct vt_object *object;
    Elf *elf;
    size_t size; /* of the file */
    bool big_endian;
    bool has_facts;
};

static uint32_t word(const struct reader *reader, const uint8_t *at) {
    if (reader->big_endian)
        return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
    return (uint32_t)at[3] << 24 | (uint32_t)at[2] << 16 | (uint32_t)at[1] << 8 | at[0];
}

static size_t round4(size_t n) {
    return (n + 3) & ~(size_t)3;
}

/* Takes the description of one of our notes: version, flags, digest, source. */
static bool take_note(struct reader *reader, const uint8_t *desc, size_t size) {
    struct vt_object *object = reader->object;
    struct vt_note *note;

    if (size <= NOTE_FIXED || desc[0] != VT_NOTE_VERSION || desc[size - 1] != '\0')
        return false;
    object->notes = vt_grow(reader->arena, object->notes, object->nnotes, &object->notes_room,
                            sizeof *object->notes);
    note = &object->notes[object->nnotes++];
    note->version = desc[0];
    note->flags = desc[1];
    memcpy(note->digest, desc + 2, sizeof note->digest);
    note->source = vt_alloc_text(reader->arena, (const char *)desc + NOTE_FIXED);
    return true;
}

/* Reads notes until they end or one makes no sense: the section is ours, nobody else adds to it. */
static void take_notes(struct reader *reader, const uint8_t *bytes, size_t size) {
    size_t at = 0, name, desc, step;
    const uint8_t *note;

    while (at < size) {
        if (size - at >= 4 && word(reader, bytes + at) == 0) { /* padding between notes */
            at += 4;
            continue;
        }
        if (size - at < NOTE_HEADER)
            break;
        note = bytes + at;
        name = word(reader, note);
        desc = word(reader, note + 4);
        if (name > size || desc > size)
            break;
        step = NOTE_HEADER + round4(name) + desc;
        if (step > size - at)
            break;
        if (name != NOTE_NAME || memcmp(note + NOTE_HEADER, "vitrine", NOTE_NAME) != 0 ||
            word(reader, note + 8) != NOTE_TYPE ||
            !take_note(reader, note + NOTE_HEADER + NOTE_NAME, desc))
            break;
        at += round4(step);
    }
    if (at < size)
        vt_object_fault(reader->arena, reader->object,
                        "section " NOTE_SECTION ", byte %zu: not a note of this version of vitrine",
                        at);
}

static void take_section(struct reader *reader, Elf_Scn *section, const GElf_Shdr *header,
                         bool is_facts) {
    const char *name = is_facts ? FACTS_SECTION : NOTE_SECTION;
    Elf_Data *data;

    reader->has_facts |= is_facts;
    if (header->sh_flags & SHF_COMPRESSED) {
        vt_object_fault(reader->arena, reader->object, "section %s is compressed", name);
        return;
    }
    data = header->sh_type == SHT_NOBITS ? NULL : elf_rawdata(section, NULL);
    if (!data || (!data->d_buf && data->d_size)) {
        vt_object_fault(reader->arena, reader->object, "section %s cannot be read: %s", name,
                        header->sh_type == SHT_NOBITS ? "it has no bytes" : elf_errmsg(-1));
        return;
    }
    if (is_facts)
        vt_object_take_facts(reader->arena, reader->object, "section " FACTS_SECTION, data->d_buf,
                             data->d_size);
    else
        take_notes(reader, data->d_buf, data->d_size);
}

/* False, with a fault, if the section header table or the index of its names makes no sense. */
static bool check_headers(struct reader *reader, size_t *nsections, size_t *names) {
    GElf_Ehdr header;
    size_t entry;

    if (!gelf_getehdr(reader->elf, &header) || elf_getshdrnum(reader->elf, nsections) != 0 ||
        elf_getshdrstrndx(reader->elf, names) != 0) {
        vt_object_fault(reader->arena, reader->object, "not a valid ELF file: %s", elf_errmsg(-1));
        return false;
    }
    if (header.e_shoff == 0)
        return true;
    entry = gelf_fsize(reader->elf, ELF_T_SHDR, 1, EV_CURRENT);
    if (*nsections == 0 || header.e_shoff > reader->size ||
        *nsections > (reader->size - header.e_shoff) / entry) {
        vt_object_fault(reader->arena, reader->object,
                        "the file ends before its section headers (cut off?)");
        return false;
    }
    return true;
}

static void take_sections(struct reader *reader, size_t names) {
    Elf_Scn *section = NULL;
    GElf_Shdr header;
    const char *name;

    while ((section = elf_nextscn(reader->elf, section))) {
        if (!gelf_getshdr(section, &header))
            continue;
        if (header.sh_type != SHT_NOBITS && header.sh_type != SHT_NULL &&
            (header.sh_offset > reader->size || header.sh_size > reader->size - header.sh_offset)) {
            vt_object_fault(reader->arena, reader->object,
                            "section %zu lies outside of the file (cut off?)", elf_ndxscn(section));
            continue;
        }
        if (header.sh_flags & SHF_EXECINSTR && header.sh_size > 0)
            reader->object->has_code = true;
        name = elf_strptr(reader->elf, names, header.sh_name);
        if (!name)
            vt_object_fault(reader->arena, reader->object, "section %zu has no valid name",
                            elf_ndxscn(section));
        else if (strcmp(name, FACTS_SECTION) == 0)
            take_section(reader, section, &header, true);
        else if (strcmp(name, NOTE_SECTION) == 0)
            take_section(reader, section, &header, false);
    }
}

void vt_elf_read(struct vt_arena *arena, const uint8_t *bytes, size_t size,
                 struct vt_object *object) {
    struct reader reader = {.arena = arena, .object = object, .size = size};
    size_t nsections, names;

    elf_version(EV_CURRENT);
    /* libelf does not write to what it was given to read. */
    reader.elf = elf_memory((char *)(uintptr_t)bytes, size);
    if (!reader.elf || elf_kind(reader.elf) != ELF_K_ELF) {
        vt_object_fault(arena, object, "not a valid ELF file: %s",
                        reader.elf ? "unknown class or version" : elf_errmsg(-1));
        elf_end(reader.elf);
        return;
    }
    reader.big_endian = bytes[EI_DATA] == ELFDATA2MSB;
    if (check_headers(&reader, &nsections, &names))
        take_sections(&reader, names);
    if (reader.has_facts && object->nfacts == 0 && object->nfaults == 0)
        vt_object_fault(arena, object, "section " FACTS_SECTION " is empty");
    elf_end(reader.elf);
}
