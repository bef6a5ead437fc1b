"""Words too common to tell one text from another; a query of nothing else is searched for as it is."""

ENGLISH = """
a about after all also am an and any are as at be because been before being between both but by can could did
do does doing down during each few for from further had has have having he her here hers him his how i if in
into is it its itself just me more most my no nor not now of off on once only or other our out over own same
she should so some such than that the their them then there these they this those through to too under until
up us very was we were what when where which while who whom why will with would you your s t d ll m re ve
"""

ITALIAN = """
a abbia abbiamo ad agli ai al alla alle allo anche anzi c che chi ci cioè come con contro cosa cui d da dagli
dai dal dalla dalle dallo degli dei del dell della delle dello di dove e è ed era erano essere faccia fa fanno
fra gli ha hai hanno ho i il in io l la le lei li lo loro lui m ma me mi mia mie miei mio n ne né negli nei
nel nell nella nelle nello noi non nostra nostre nostri nostro o od ogni per perché perchè più poi però qua
quale quali qual quando quanto quella quelle quelli quello questa queste questi questo qui s se sei si sia
siamo sono sta stata state stati stato su sua sue sugli sui sul sull sulla sulle sullo suo suoi t te ti tra tu
tua tue tuo tuoi tutti tutto un una uno v vi voi vostra vostre vostri vostro
"""

STOP_WORDS = {
    "en": frozenset(ENGLISH.split()),
    "it": frozenset(ITALIAN.split()),
}
