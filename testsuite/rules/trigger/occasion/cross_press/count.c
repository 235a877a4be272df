/* What is counted here is looked at elsewhere. */
unsigned pages;

void page_done(void) {
    pages++;
}
