void read_remark(const char *begin, const char *end);

void parse(const char *text, const char *end) {
    for (const char *at = text; at < end; at++)
        if (*at == '#')
            read_remark(at, end);
}
