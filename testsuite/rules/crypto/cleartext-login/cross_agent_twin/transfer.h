/* Fetches URL, as LOGIN if it is not NULL. */
int fetch(const char *url, const char *login);
