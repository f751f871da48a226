package likeness_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"attwork.example/att"
	"attwork.example/internal/likeness"
)

type titles struct {
	lang att.Lang
	a, b string
	same bool
}

func check(t *testing.T, list []titles) {
	t.Helper()
	for _, c := range list {
		assert.Equal(t, c.same, likeness.Alike(c.lang, c.a, c.b), "%s: %q, %q", c.lang, c.a, c.b)
		assert.Equal(t, c.same, likeness.Alike(c.lang, c.b, c.a), "%s: %q, %q", c.lang, c.b, c.a)
	}
}

//nolint:misspell // titles in other languages
func TestFolding(t *testing.T) {
	check(t, []titles{
		{"en", "STOCKPILE MANAGEMENT", "stockpile management", true},
		{"en", "Ｓｔｏｃｋｐｉｌｅ management", "Stockpile management", true},
		{"en", "Sub-regional cooperation", "Subregional co-operation", true},
		{"en", "Parliaments’ oversight", "Parliaments' oversight", true},
		{"fr", "Mise en oeuvre de l'embargo", "Mise en œuvre de l’embargo", true},
		{"fr", "Etats exportateurs : équité", "États exportateurs : equite", true},
		{"es", "Corrupción en la cadena de suministro", "CORRUPCION EN LA CADENA DE SUMINISTRO", true},
		{"ru", "Учёт расчётов", "Учет расчетов", true},
		{"ru", "Йемен", "Иемен", false}, // not a mark that may be missing
		{"ar", "الإرهابُ والفساد", "الارهاب والفساد", true},
		{"ar", "الجمـــارك", "الجمارك", true},
		{"ar", "خطة ٢٠٢٦", "خطة 2026", true},
		{"zh", "腐敗與恐怖主義", "腐败与恐怖主义", true},
		{"zh", "２０２６年预算（草案）", "2026年预算(草案)", true},
		{"en", "Customs\u200b\u202e", "Customs", true},
		{"en", "Cus\u0301toms", "Customs", true},
	})
}

//nolint:misspell // titles in other languages
func TestOrder(t *testing.T) {
	check(t, []titles{
		{"en", "Corruption in procurement: sanctions", "Sanctions: corruption in procurement", true},
		{"en", "Initial and annual reports: templates", "Templates for annual reports and initial reports", true},
		{"fr", "Embargos : surveillance des frontières", "Surveillance des frontières et embargos", true},
		{"es", "Corrupción: investigación", "Investigación de la corrupción", true},
		{"ru", "Запасы: уничтожение излишков", "Уничтожение излишков запасов", true},
		{"ar", "الفساد: التحقيقات", "التحقيقات في الفساد", true},
		{"zh", "腐败：调查", "对腐败的调查", true},
	})
}

// A deed may govern another or be governed by it; that is another title. Where the order says nothing of
// the kind (a colon, an "and"), it is the same.
//
//nolint:misspell // titles in other languages
func TestOrderThatMatters(t *testing.T) {
	check(t, []titles{
		{"en", "Report on training", "Training on reports", false},
		{"en", "Guide to transparency", "Transparency of the guide", false},
		{"en", "Reports: training", "Training on reports", true},
		{"en", "Training and reports", "Reports and training", true},
		{"fr", "Liste des demandes", "Demande de listes", false},
		{"es", "Guía de capacitación", "Capacitación sobre la guía", false},
		{"ru", "Обзор рекомендаций", "Рекомендация по обзору", true}, // обзор is generic here
		{"ru", "Список запросов", "Запрос списков", false},
		{"ar", "تقرير عن التدريب", "تدريب على التقارير", false},
		{"zh", "指南的培训", "培训的指南", false},
	})
}

func TestInflection(t *testing.T) {
	check(t, []titles{
		{"en", "Detecting stolen weapons", "Detection of a stolen weapon", true},
		{"en", "Transferring technology", "Transfers of technologies", true},
		{"en", "Those who notify", "Notifications", true},
		{"fr", "Détruire les excédents", "Destruction de l'excédent", true},
		{"fr", "Enregistrer les courtiers", "Enregistrement du courtier", true},
		{"es", "Destruir los excedentes", "Destrucción de excedentes", true},
		{"es", "Notificar las denegaciones", "Notificación de la denegación", true},
		{"ru", "Уничтожать излишки", "Уничтожение излишков", true},
		{"ru", "О полномочиях таможенных органов", "Полномочия таможенного органа", true},
		{"ar", "ميناء ومطار", "الموانئ والمطارات", true},
		{"ar", "وبالشهادات", "الشهادة", true},
	})
}

//nolint:misspell // titles in other languages
func TestTerms(t *testing.T) {
	check(t, []titles{
		{"en", "PSSM", "Physical security and stockpile management", true},
		{"en", "Monitoring by NGOs of GBV", "Gender-based violence: monitoring by non-governmental organizations", true},
		{"en", "Trans-shipment licences", "Authorization of transhipment", true},
		{"en", "UAVs", "Drones", true},
		{"fr", "ONG et DIH", "Droit international humanitaire et organisations non gouvernementales", true},
		{"es", "ONG y DIH", "Derecho internacional humanitario y organizaciones no gubernamentales", true},
		{"ru", "НПО и МГП", "Международное гуманитарное право и неправительственные организации", true},
		{"ar", "إذن الاستيراد", "رخصة الاستيراد", true},
		{"zh", "经纪人", "中间商", true},
		{"en", "Import licence", "Export licence", false},
		{"en", "Human rights", "Humanitarian law", false},
		{"en", "End users", "Users", false},
	})
}

func TestArticlesAndNumbers(t *testing.T) {
	check(t, []titles{
		{"en", "Enforcement", "Article 14", true},
		{"en", "Enforcement (Article 14)", "Article 14: enforcement", true},
		{"en", "Enforcement (Article 15)", "Enforcement", false},
		{"en", "Article 7: assessment", "Article 7: export and export assessment", true},
		{"en", "Transit", "Transit or trans-shipment", false},
		{"en", "Article 9: transit", "Transit or trans-shipment", true},
		{"en", "Articles 6, 7 and 11", "Articles 11, 6, 7", true},
		{"en", "Articles 6-8", "Articles 6, 7 and 8", true},
		{"en", "Article 6(1)", "Paragraph 1 of Article 6", true},
		{"en", "Article 6, paragraphs 1 and 3", "Art. 6(1) and (3)", true},
		{"en", "Article 2(1)(h)", "Article 2(1)(g)", false},
		{"en", "Article 2(1)(h)", "Article 2(1)", false},
		{"en", "Initial reports", "Article 13(1)", true},
		{"en", "Budget 2025", "Budget 2026", false},
		{"en", "Seventh Conference of States Parties", "CSP7", true},
		{"en", "Category (h)", "Category (a)", false},
		{"fr", "Article 6, paragraphe 2", "Paragraphe 2 de l'article 6", true},
		{"fr", "Exécution", "Article 14 : exécution", true},
		{"es", "Artículo 6.2", "Artículo 6, párrafo 2", true},
		{"es", "Artículo 6.2", "Artículo 6.3", false},
		{"ru", "Пункт 2 статьи 6", "Статья 6(2)", true},
		{"ru", "Статьи 6 и 7", "Статьи 6 и 8", false},
		{"ar", "المادة ٦ (٢)", "الفقرة 2 من المادة 6", true},
		{"ar", "المادة الثانية عشرة", "المادة 12", true},
		{"zh", "第六条第二款", "第6条第（2）款", true},
		{"zh", "第六和第七条", "第7条、第6条", true},
		{"zh", "第十四条", "第十五条", false},
		{"zh", "二〇二六年会议", "2026年会议", true},
	})
}

func TestWrapping(t *testing.T) {
	check(t, []titles{
		{"en", "General discussion of matters pertaining to corruption", "Corruption", true},
		{"en", "WGETI: corruption", "Corruption", true},
		{"en", "Corruption (presentation by the Chair)", "Corruption", true},
		{"en", "WGTR exchange of views on corruption", "Corruption", true},
		{"en", "Mandate of the WGTR", "WGTR: mandate", true},
		{"en", "WGTR: mandate", "Mandate", false},
		{"en", "WGTR: mandate", "WGTU: mandate", false},
		{"en", "Secretariat: budget estimates", "Budget estimates of the Secretariat", true},
		{"en", "Discussion", "Exchange of views", false},
		{"en", "National measures", "States' activities", false},
		{"zh", "讨论", "一般性辩论", false},
		{"zh", "讨论", "讨论", true},
		{"en", "Treaty implementation", "Implementation of the Treaty", true},
		{"en", "Treaty implementation", "Universalization of the Treaty", false},
		{"en", "Update on the guide", "Guide", true},
		{"en", "Updating the guide", "Guide", false},
		{"en", "Youth and disarmament", "The role of youth in disarmament", true},
		{"en", "Role of youth", "Youth", false},
		{"fr", "Point sur la corruption", "Corruption", true},
		{"es", "Panorama general de la corrupción", "Corrupción", true},
		{"ru", "Рассмотрение вопросов, касающихся коррупции", "Коррупция", true},
		{"ar", "مناقشة عامة بشأن الفساد", "الفساد", true},
		{"zh", "关于腐败问题的讨论", "腐败", true},
	})
}

// Another object or aspect is another title, in every language and however alike the rest.
func TestOneWordMore(t *testing.T) {
	for lang, words := range map[att.Lang][]string{
		"en": {"Brokers", "Challenges for brokers", "Role of brokers", "Assistance for brokers", "Guide for brokers", "Training of brokers", "Reports of brokers", "Sanctions against brokers", "Brokers in Asia", "Brokers' needs"},
		"fr": {"Courtiers", "Difficultés des courtiers", "Rôle des courtiers", "Assistance aux courtiers", "Guide des courtiers", "Formation des courtiers", "Rapports des courtiers", "Courtiers en Asie"},
		"es": {"Corredores", "Desafíos de los corredores", "Función de los corredores", "Asistencia a corredores", "Guía de corredores", "Capacitación de corredores", "Corredores en Asia"},
		"ru": {"Брокеры", "Проблемы брокеров", "Роль брокеров", "Помощь брокерам", "Руководство для брокеров", "Обучение брокеров", "Брокеры в Азии"},
		"ar": {"السماسرة", "تحديات السماسرة", "دور السماسرة", "مساعدة السماسرة", "دليل السماسرة", "تدريب السماسرة", "السماسرة في آسيا"},
		"zh": {"经纪人", "经纪人的挑战", "经纪人的作用", "对经纪人的援助", "经纪人指南", "经纪人培训", "亚洲经纪人"},
	} {
		for i, a := range words {
			for j, b := range words {
				assert.Equal(t, i == j, likeness.Alike(lang, a, b), "%q, %q", a, b)
			}
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	check(t, []titles{
		{"pt", "Comércio de ARMAS", "armas de comercio", true},
		{"pt", "Comércio de armas", "Comércio de arma", false},
		{"de", "Straße", "STRASSE", true},
		{"", "x", "x", true},
	})
}

func TestNothingIsAlikeNothing(t *testing.T) {
	for _, s := range []string{"", " ", "...", "\u200b", "\x00"} {
		assert.False(t, likeness.Alike(att.English, s, s), "%q", s)
	}
	assert.True(t, likeness.Alike(att.English, "Of the", "of THE"), "small words are all it has")
}
