#include "models/compile_tables.h"

#include <cjson/cJSON.h>
#include <ctype.h>
#include <string.h>

#include "engine/error.h"
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

static bool print_table(FILE *out, const cJSON *table) {
    static const char *const texts[] = {"name", "algorithm", "primitive"};
    const cJSON *line;
    struct values values = {.size = 0};
    unsigned element = number_of(table, "element");
    bool is_number = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(table, "number"));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!text_of(table, texts[i]))
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
    fputs("    {", out);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        fprintf(out, "\"%s\", ", text_of(table, texts[i]));
    fputs("(const uint8_t[]){", out);
    for (size_t i = 0; i < values.size; i++)
        fprintf(out, "%s%u", i ? "," : "", values.bytes[i]);
    fprintf(out, "}, %zu, %u, %u, %d},\n", values.size, element, number_of(table, "near"),
            is_number);
    return true;
}

bool vt_tables_print(FILE *out, const char *name, const char *text, size_t size, size_t *count,
                     struct vt_error *error) {
    cJSON *root = vt_json_parse(name, text, size, error);
    const cJSON *table, *tables = cJSON_GetObjectItemCaseSensitive(root, "tables");
    size_t before = *count;
    bool good = root != NULL;
    cJSON_ArrayForEach(table, tables) {
        if (good && !print_table(out, table))
            good = vt_fail(error, "%s: table %zu is no table", name, *count - before);
        *count += good;
    }
    if (good && *count == before)
        good = vt_fail(error, "%s: no tables", name);
    cJSON_Delete(root);
    return good;
}
