#include "sarif/page.h"

#include <string.h>

#include "sarif/utf8.h"

/* Of Unicode 15: controls, and bidirectional controls. */
static bool is_obeyed(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
}

/* Writes SIZE bytes at TEXT; how many characters that takes. */
static size_t put(const struct vt_page *page, const char *text, size_t size) {
    const uint8_t *at = (const uint8_t *)text;
    size_t width = 0;
    for (size_t used; size > 0; at += used, size -= used) {
        char bytes[4];
        uint32_t code = vt_utf8_decode(at, size, &used);
        if (is_obeyed(code)) {
            width += (size_t)fprintf(page->out, code < 0x100 ? "\\x%02x" : "\\u%04x", code);
        } else {
            fwrite(bytes, 1, vt_utf8_encode(code, bytes), page->out);
            width++;
        }
    }
    return width;
}

void vt_page_text(const struct vt_page *page, const char *text) {
    put(page, text, strlen(text));
}

void vt_page_begin(const struct vt_page *page, enum vt_style style) {
    static const char *const codes[] = {"", "1", "2", "1;31", "1;33", "1;36"};
    if (page->colour && style != VT_PLAIN)
        fprintf(page->out, "\033[%sm", codes[style]);
}

void vt_page_end(const struct vt_page *page) {
    if (page->colour)
        fputs("\033[0m", page->out);
}

void vt_page_styled(const struct vt_page *page, enum vt_style style, const char *text) {
    vt_page_begin(page, style);
    vt_page_text(page, text);
    vt_page_end(page);
}

void vt_page_paragraph(const struct vt_page *page, const char *text) {
    size_t column = 0;
    for (size_t word; *text; text += word + (text[word] != '\0')) {
        word = strcspn(text, " \n");
        if (word == 0)
            continue;
        if (column > 0 && column + 1 + word > 78) {
            fputc('\n', page->out);
            column = 0;
        }
        fputs(column > 0 ? " " : "  ", page->out);
        column += (column > 0 ? 1 : 2) + put(page, text, word);
    }
    fputc('\n', page->out);
}
