"""Words that suggest a theme, in four languages: a first list for managers to change."""

CUES = [
    (
        "choose",
        "fr",
        "orientation, réorienter, changer de métier, quel métier, je ne sais pas, bilan",
    ),
    (
        "choose",
        "nl",
        "oriëntatie, studiekeuze, van job veranderen, welk beroep, weet niet, loopbaan",
    ),
    ("choose", "en", "guidance, change career, which job, don't know, career change"),
    ("choose", "de", "berufswahl, orientierung, welcher beruf, umorientieren, weiß nicht"),
    ("learn", "fr", "formation, étude, école, cours, diplôme, alternance, apprendre, validation"),
    ("learn", "nl", "opleiding, studie, school, cursus, lessen, diploma, duaal, leren"),
    ("learn", "en", "training, study, studies, school, course, diploma, degree, learn"),
    ("learn", "de", "ausbildung, studium, schule, kurs, abschluss, lernen"),
    ("work", "fr", "emploi, travail, cv, lettre de motivation, chômage, contrat, entretien, job"),
    ("work", "nl", "werk, cv, sollicitatie, solliciteren, werkloos, contract, vacature"),
    ("work", "en", "work, resume, cover letter, unemployed, contract, interview, vacancy"),
    ("work", "de", "arbeit, lebenslauf, bewerbung, arbeitslos, vertrag, stelle"),
    ("start", "fr", "indépendant, entreprise, société, lancer, créer mon activité, numéro de tva"),
    ("start", "nl", "zelfstandig, onderneming, zaak beginnen, eigen zaak, btw-nummer, starter"),
    ("start", "en", "self-employed, business, company, freelance, startup"),
    ("start", "de", "selbstständig, unternehmen, gründen, firma, gewerbe"),
    ("move", "fr", "étranger, stage à l'étranger, erasmus, équivalence, partir, mobilité"),
    ("move", "nl", "buitenland, erasmus, gelijkwaardigheid, vertrekken, mobiliteit"),
    ("move", "en", "abroad, foreign, equivalence, exchange, erasmus+"),
    ("move", "de", "ausland, gleichwertigkeit, auslandspraktikum, austausch"),
]
