/* ELF through libelf: sections .vitrine.facts and .note.vitrine.
 *
 * libelf checks less than it seems: a file whose section headers are cut off has, to it, no
 * sections. So everything the headers say is held against the file's size before it is believed.
 */
#include <gelf.h>
#include <libelf.h>
#include <string.h>

#include "cli/object.h"
#include "engine/base/arena.h"

#define FACTS_SECTION ".vitrine.facts"
#define NOTE_SECTION  ".note.vitrine"

struct reader {
    struct vt_arena *arena;
    struct vt_object *object;
    Elf *elf;
    size_t size; /* of the file */
    bool big_endian;
    bool has_facts;
};

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
        vt_object_take_notes(reader->arena, reader->object, "section " NOTE_SECTION, data->d_buf,
                             data->d_size, reader->big_endian);
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
