/* What there is nothing more by stands in a variable. */
int nothing_more = -1;
static int at = 1;
static char *rest = "";

int next_option(int count, char *const *words) {
    if (!*rest) {
        if (at >= count || words[at][0] != '-' || !words[at][1])
            return nothing_more;
        rest = words[at++] + 1;
    }
    return *rest++;
}
