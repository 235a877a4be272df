#include "models/compile_tables.h"

#include <cjson/cJSON.h>
#include <ctype.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/idioms/reference.h"
#include "models/parse.h"

enum { MAX_BYTES = 8192 };

/* The values of a table: elements with their least byte first; of a number all of it. */
struct values {
    unsigned char bytes[MAX_BYTES];
    size_t size;
};

static int digit_of(char c) {
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? c - 'a' + 10 : -1;
}

/* Appends the bytes that TEXT spells. */
static bool read_hex(const char *text, struct values *values) {
    for (; *text; text += 2) {
        int high = digit_of(text[0]), low = high < 0 ? -1 : digit_of(text[1]);
        if (low < 0 || values->size == MAX_BYTES)
            return false;
        values->bytes[values->size++] = (unsigned char)(high << 4 | low);
    }
    return true;
}

static void reverse(unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size / 2; i++) {
        unsigned char kept = bytes[i];
        bytes[i] = bytes[size - 1 - i];
        bytes[size - 1 - i] = kept;
    }
}

static const char *text_of(const cJSON *table, const char *member) {
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(table, member));
    return text && !strpbrk(text, "\"\\?") ? text : NULL;
}

static unsigned number_of(const cJSON *table, const char *member) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(table, member);
    return cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble < 256
               ? (unsigned)item->valuedouble
               : 0;
}

static bool read_table(const cJSON *table, struct vt_arena *arena, struct vt_reference *reference) {
    const cJSON *line;
    struct values values = {.size = 0};
    const char *name = text_of(table, "name"), *algorithm = text_of(table, "algorithm"),
               *primitive = text_of(table, "primitive");
    unsigned element = number_of(table, "element");
    bool is_number = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(table, "number"));
    if (!name || !algorithm || !primitive)
        return false;
    cJSON_ArrayForEach(line, cJSON_GetObjectItemCaseSensitive(table, "values")) {
        if (!cJSON_IsString(line) || !read_hex(line->valuestring, &values))
            return false;
    }
    if (!element || element > 8 || values.size < 8 || values.size % element)
        return false;
    size_t turned = is_number ? values.size : element;
    for (size_t i = 0; i < values.size; i += turned)
        reverse(values.bytes + i, turned);
    *reference = (struct vt_reference){.name = vt_alloc_text(arena, name),
                                       .algorithm = vt_alloc_text(arena, algorithm),
                                       .primitive = vt_alloc_text(arena, primitive),
                                       .bytes = vt_alloc_copy(arena, values.bytes, values.size),
                                       .size = (uint32_t)values.size,
                                       .element = (uint8_t)element,
                                       .near = (uint8_t)number_of(table, "near"),
                                       .is_number = is_number,
                                       .round = (uint8_t)number_of(table, "round"),
                                       .rounds = (uint8_t)number_of(table, "rounds")};
    return true;
}

bool vt_tables_read(struct vt_table_list *list, const char *name, const char *text, size_t size,
                    struct vt_arena *arena, struct vt_error *error) {
    cJSON *root = vt_json_parse(name, text, size, error);
    const cJSON *table, *tables = cJSON_GetObjectItemCaseSensitive(root, "tables");
    size_t before = list->count;
    bool good = root != NULL;
    cJSON_ArrayForEach(table, tables) {
        list->items =
            vt_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
        if (good && !read_table(table, arena, &list->items[list->count]))
            good = vt_fail(error, "%s: table %zu is no table", name, list->count - before);
        list->count += good;
    }
    if (good && list->count == before)
        good = vt_fail(error, "%s: no tables", name);
    cJSON_Delete(root);
    return good;
}

static void print_reference(FILE *out, const struct vt_reference *reference) {
    fprintf(out, "    {\"%s\", \"%s\", \"%s\", (const uint8_t[]){", reference->name,
            reference->algorithm, reference->primitive);
    for (size_t i = 0; i < reference->size; i++)
        fprintf(out, "%s%u", i ? "," : "", reference->bytes[i]);
    fprintf(out, "}, %u, %u, %u, %d, %u, %u},\n", reference->size, reference->element,
            reference->near, reference->is_number, reference->round, reference->rounds);
}

static void print_lookup(FILE *out, const struct vt_reference_lookup *lookup) {
    fputs("static const struct vt_reference_piece pieces[] = {\n", out);
    for (size_t i = 0; i < lookup->npieces; i++)
        fprintf(out, "    {%lluu, %u, %u},\n", (unsigned long long)lookup->pieces[i].value,
                lookup->pieces[i].reference, lookup->pieces[i].offset);
    fputs("    {0, 0, 0}};\nstatic const uint32_t slots[] = {", out);
    for (size_t i = 0; i < lookup->nslots; i++)
        fprintf(out, "%s%u", i % 16 ? "," : i ? ",\n    " : "", lookup->slots[i]);
    fputs("};\nstatic const struct vt_reference_word words[] = {\n", out);
    for (size_t i = 0; i < lookup->nwords; i++)
        fprintf(out, "    {%lluu, %u, %u},\n", (unsigned long long)lookup->words[i].value,
                lookup->words[i].reference, lookup->words[i].index);
    fprintf(out,
            "    {0, 0, 0}};\n"
            "static const struct vt_reference_lookup lookup = "
            "{pieces, slots, words, %zu, %zu, %zu};\n\n",
            lookup->npieces, lookup->nslots, lookup->nwords);
}

void vt_tables_print(FILE *out, const struct vt_table_list *list, struct vt_arena *arena) {
    fputs("static const struct vt_reference references[] = {\n", out);
    for (size_t i = 0; i < list->count; i++)
        print_reference(out, &list->items[i]);
    fputs("    {0, 0, 0, 0, 0, 0, 0, 0}};\n\n", out);
    print_lookup(out, vt_references_prepare(list->items, list->count, arena));
}
